package quarterday.architecture.wrong.kpi;

public interface MeasureManager {}
