package quarterday.architecture.wrong.util;

public interface Anything {}
