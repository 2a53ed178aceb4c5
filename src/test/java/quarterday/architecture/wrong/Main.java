package quarterday.architecture.wrong;

public interface Main {
  quarterday.architecture.wrong.complete.Upward seen();
}
