package quarterday.xlsx;

import java.util.Locale;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.UnusableInput;

/** Says why a file cannot be used; all sentences of this package are here. */
final class Refusal {
  private static final String SAVE_AS_XLSX =
      "Open it in Excel, choose Save As, and save it as an Excel workbook (.xlsx).";
  private static final String GET_A_GOOD_COPY =
      "Open it in Excel, save it again under a new name, and use that copy.";

  private Refusal() {}

  static UnusableInput missing(String name) {
    return new UnusableInput(
        "file-missing", "There is no file " + name + ".", "Check the name and the folder.");
  }

  static UnusableInput folder(String name) {
    return new UnusableInput(
        "file-is-folder", name + " is a folder.", "Give the name of a workbook in it.");
  }

  static UnusableInput unreadable(String name) {
    return new UnusableInput(
        "file-unreadable",
        name + " cannot be read.",
        "Check that you may open it and that no other program holds it.");
  }

  static UnusableInput empty() {
    return new UnusableInput(
        "file-empty", "The file is empty: it has no bytes at all.", "Get a new copy of it.");
  }

  static UnusableInput xls() {
    return new UnusableInput("xls", "This is a workbook of Excel 97 to 2003 (.xls).", SAVE_AS_XLSX);
  }

  static UnusableInput encrypted() {
    return new UnusableInput(
        "encrypted",
        "The workbook is protected with a password.",
        "Open it in Excel, take the password off under File, Info, Protect Workbook, and save it.");
  }

  static UnusableInput xlsb() {
    return new UnusableInput("xlsb", "This is a binary workbook (.xlsb).", SAVE_AS_XLSX);
  }

  static UnusableInput ods() {
    return new UnusableInput(
        "ods",
        "This is an OpenDocument spreadsheet (.ods).",
        "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).");
  }

  static UnusableInput text() {
    return new UnusableInput(
        "csv", "This is plain text, such as a .csv file, and not a workbook.", SAVE_AS_XLSX);
  }

  static UnusableInput html() {
    return new UnusableInput(
        "html", "This is a web page under the name of a workbook.", SAVE_AS_XLSX);
  }

  static UnusableInput xml() {
    return new UnusableInput("xml", "This is an XML file and not a workbook.", SAVE_AS_XLSX);
  }

  static UnusableInput otherOffice(String what) {
    return new UnusableInput(
        "not-a-workbook", "This is " + what + " and not a workbook.", "Choose an .xlsx file.");
  }

  static UnusableInput template() {
    return new UnusableInput(
        "template", "This is an Excel template or add-in and not a workbook.", SAVE_AS_XLSX);
  }

  static UnusableInput strict() {
    return new UnusableInput(
        "strict-ooxml",
        "The workbook is saved as Strict Open XML.",
        "Open it in Excel, choose Save As, and take the type \"Excel Workbook\", not \"Strict\".");
  }

  static UnusableInput notZip() {
    return new UnusableInput(
        "not-a-workbook",
        "The file is not a workbook: its content is of no kind that Excel writes.",
        "Choose an .xlsx file.");
  }

  static UnusableInput noWorkbook() {
    return new UnusableInput(
        "not-a-workbook",
        "The file is an archive without a workbook in it.",
        "Choose an .xlsx file.");
  }

  static UnusableInput damaged(String how) {
    return new UnusableInput(
        "damaged", "The workbook file is damaged: " + how + ".", GET_A_GOOD_COPY);
  }

  static UnusableInput documentType(String part) {
    return new UnusableInput(
        "document-type",
        "The part " + part + " carries a document type declaration, which no workbook has.",
        GET_A_GOOD_COPY);
  }

  static UnusableInput unsafeName() {
    return new UnusableInput(
        "unsafe-name",
        "The file holds a part whose name leads outside the workbook.",
        "Do not use this file; ask where it came from.");
  }

  static UnusableInput longText(int length) {
    return new UnusableInput(
        "limit-cell-text",
        String.format(
            Locale.ROOT,
            "A cell of the workbook holds %,d characters, and Excel lets it hold %,d.",
            length,
            CellSnapshot.MOST_CHARACTERS),
        "Open it in Excel, which cuts such a text, and save it again.");
  }

  static UnusableInput limit(String what, long limit, String figure) {
    return new UnusableInput(
        "limit-" + what.replace(' ', '-'),
        String.format(
            Locale.ROOT,
            "The workbook goes beyond the limit for %s: %s where %,d are allowed.",
            what,
            figure,
            limit),
        "Take out what is not needed, or have the limit raised by whoever runs this program.");
  }

  static UnusableInput limit(String what, long limit, long figure) {
    return limit(what, limit, String.format(Locale.ROOT, "%,d", figure));
  }
}
