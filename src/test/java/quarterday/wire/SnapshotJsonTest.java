package quarterday.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quarterday.sheet.Block;
import quarterday.sheet.CellSnapshot;
import quarterday.sheet.ChartSnapshot;
import quarterday.sheet.Content;
import quarterday.sheet.SheetSnapshot;
import quarterday.sheet.Snapshot;
import quarterday.sheet.UnusableInput;
import quarterday.xlsx.XlsxFile;

class SnapshotJsonTest {
  private static Snapshot read(String json) throws UnusableInput, IOException {
    return SnapshotJson.read(new StringReader(json), 1_000_000, 100);
  }

  private static UnusableInput refused(String json) {
    UnusableInput refusal = catchThrowableOfType(UnusableInput.class, () -> read(json));
    assertThat(refusal).as(json).isNotNull();
    return refusal;
  }

  private static String sheet(String more) {
    return "{\"sheets\":[{\"name\":\"One\"" + more + "}]}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"opcc-kpi.xlsx", "opcc-kpi-example.xlsx"})
  void aWorkbookWrittenAndReadAgainIsTheSame(String template) throws Exception {
    Snapshot snapshot = XlsxFile.read(Path.of("workbook-templates").resolve(template));
    String json = SnapshotJson.of(snapshot);

    Snapshot again = read(json);

    assertThat(again.sheets()).hasSameSizeAs(snapshot.sheets());
    for (int i = 0; i < again.sheets().size(); i++) {
      assertThat(again.sheets().get(i))
          .usingRecursiveComparison()
          .isEqualTo(snapshot.sheets().get(i));
    }
    assertThat(again.names()).isEqualTo(snapshot.names());
    assertThat(SnapshotJson.of(again)).isEqualTo(json);
  }

  @Test
  void everyKindOfContentComesBack() throws Exception {
    SheetSnapshot sheet =
        SheetSnapshot.named("A \u00a3 \"sheet\"")
            .hidden(true)
            .locked(true)
            .put(0, 0, CellSnapshot.of(Content.of(0.1 + 0.2)))
            .put(0, 1, CellSnapshot.of(Content.of("text \u2028 </script>")))
            .put(0, 2, CellSnapshot.of(new Content.Logical(false)))
            .put(0, 3, CellSnapshot.of(new Content.Fault("#N/A")))
            .put(1, 0, new CellSnapshot(Content.of(""), "IF(A1,\"\",1)", "0.0%"))
            .put(1, 2, CellSnapshot.of(Content.of(-1e300)))
            .formattedTo(1, 9)
            .formattedTo(5, 4)
            .merge(Block.parse("A1:B2"))
            .hideRow(3)
            .hideColumn(7)
            .table(new SheetSnapshot.TableSnapshot("Table1", Block.parse("A1:D2"), false))
            .chart(
                new ChartSnapshot(
                    "Quarterday chart 1",
                    Block.parse("A4"),
                    "Charts!$A$4",
                    "Line chart of \u00a3.",
                    java.util.List.of(
                        new ChartSnapshot.SeriesSnapshot(
                            "Mean",
                            "'SPC data'!$C$4:$C$5",
                            new java.util.TreeMap<>(java.util.Map.of(0, 0.1, 1, -3.0))))))
            .chart(
                new ChartSnapshot(
                    "Quarterday chart 2", Block.parse("A5"), "", "", java.util.Optional.empty()))
            .width(2, 11.5)
            .height(1, 30)
            .build();
    Snapshot snapshot =
        new Snapshot(
            java.util.List.of(sheet),
            java.util.List.of(
                new Snapshot.NamedBlock("Here", "A \u00a3 \"sheet\"", Block.parse("B2"))),
            true,
            true,
            "<ledger/>");

    assertThat(read(SnapshotJson.of(snapshot))).usingRecursiveComparison().isEqualTo(snapshot);
  }

  @Test
  void whatIsLeftOutIsEmpty() throws Exception {
    Snapshot snapshot = read(sheet(",\"blocks\":[{\"block\":\"B2:C2\",\"values\":[[1,null]]}]"));

    assertThat(snapshot.dates1904()).isFalse();
    assertThat(snapshot.ledger()).isEmpty();
    assertThat(snapshot.names()).isEmpty();
    assertThat(snapshot.sheets().get(0).size()).isEqualTo(1);
    assertThat(snapshot.sheets().get(0).at(1, 1)).isEqualTo(CellSnapshot.of(Content.of(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"sheets\":[", "{'sheets':[]}", "nonsense", "{} {}", "{}]", "\u0000"})
  void whatIsNoJsonIsSaidToBeNone(String json) {
    assertThat(refused(json).code()).isIn("bad-json", "bad-snapshot");
    assertThat(refused(json).sentence()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|no object at $",
        "{\"sheets\":{}}|no list at $.sheets",
        "{\"sheet\":[]}|a name that is not known at $.sheet",
        "{\"ledger\":1}|no text at $.ledger",
        "{\"ledger\":\"\",\"ledger\":\"\"}|a name twice at $.ledger",
        "{\"dates1904\":\"yes\"}|neither true nor false at $.dates1904",
        "{\"sheets\":[{}]}|a sheet without a name",
        "{\"sheets\":[{\"name\":\"a\"},{\"name\":\"A\"}]}|two sheets of one name",
        "{\"sheets\":[{\"name\":\"a\",\"charts\":[{\"name\":\"b\"}]}]}|a chart without its name and block",
        "{\"names\":[{\"name\":\"a\"}]}|a name without its sheet and block",
      })
  void anotherShapeIsSaidWithItsPlace(String json, String what) {
    assertThat(refused(json).sentence()).contains(what);
    assertThat(refused(json).code()).isEqualTo("bad-snapshot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"blocks\":[{\"values\":[[1]]}]|cells without their block",
        ",\"blocks\":[{\"block\":\"A1:B1\",\"values\":[[1]]}]|rows and columns that differ",
        ",\"blocks\":[{\"block\":\"A1:A2\",\"values\":[[1]]}]|rows and columns that differ",
        ",\"blocks\":[{\"block\":\"A1\",\"values\":[[1]],\"formats\":[[]]}]|rows and columns",
        ",\"blocks\":[{\"block\":\"A1\",\"values\":[[[]]]}]|no value of a cell",
        ",\"blocks\":[{\"block\":\"A1\",\"values\":[[1e999]]}]|a number that no cell can hold",
        ",\"blocks\":[{\"block\":\"A0\",\"values\":[[1]]}]|no block of cells",
        ",\"blocks\":[{\"block\":\"A1\",\"values\":[[{\"fault\":\"\"}]]}]|a fault without its code",
        ",\"hiddenRows\":[-1]|a row or column that no sheet has",
        ",\"hiddenRows\":[0.5]|a row or column that no sheet has",
        ",\"hiddenRows\":[1048576]|a row or column that no sheet has",
        ",\"widths\":{\"x\":1}|a row or column that no sheet has",
        ",\"widths\":{\"16384\":1}|a row or column that no sheet has",
        ",\"tables\":[{\"block\":\"A1\"}]|a table without its name and block",
      })
  void aSheetOfAnotherShapeIsSaidWithItsPlace(String more, String what) {
    assertThat(refused(sheet(more)).sentence()).contains(what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"values\":[[#]]", "\"values\":[[1]],\"formulas\":[[#]]"})
  void noCellHoldsMoreThanExcelLetsItHold(String layers) throws Exception {
    String cell = sheet(",\"blocks\":[{\"block\":\"A1\"," + layers + "}]");
    String most = "\"" + "a".repeat(32_767) + "\"";

    assertThat(refused(cell.replace("#", most.replaceFirst("a", "aa"))).code())
        .isEqualTo("limit-characters-in-a-cell");
    assertThat(read(cell.replace("#", most)).sheets()).hasSize(1);
  }

  @Test
  void aSheetsNameHasABound() {
    assertThat(refused("{\"sheets\":[{\"name\":\"" + "n".repeat(256) + "\"}]}").sentence())
        .contains("too long a name");
  }

  @Test
  void readingEndsWhenItIsGivenUp() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> read(sheet("")));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nothingIsReadBeyondTheLimits() {
    String cells = sheet(",\"blocks\":[{\"block\":\"A1:C1\",\"values\":[[null,null,null]]}]");
    assertThat(
            catchThrowableOfType(
                    UnusableInput.class, () -> SnapshotJson.read(new StringReader(cells), 2, 1))
                .code())
        .isEqualTo("limit-cells");
    assertThat(
            catchThrowableOfType(
                    UnusableInput.class, () -> SnapshotJson.read(new StringReader(cells), 3, 0))
                .code())
        .isEqualTo("limit-sheets");
    assertThat(refused("[".repeat(100_000)).code()).isNotEmpty();
    assertThat(refused(sheet(",\"hiddenRows\":" + "[".repeat(100_000))).code()).isNotEmpty();
  }
}
