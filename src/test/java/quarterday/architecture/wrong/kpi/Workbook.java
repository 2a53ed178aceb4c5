package quarterday.architecture.wrong.kpi;

public interface Workbook {}
