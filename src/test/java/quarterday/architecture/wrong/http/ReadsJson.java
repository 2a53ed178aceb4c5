package quarterday.architecture.wrong.http;

import com.google.gson.JsonObject;

public interface ReadsJson {
  JsonObject seen();
}
