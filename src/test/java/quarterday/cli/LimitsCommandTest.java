package quarterday.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LimitsCommandTest {
  private static final String SIX =
      "date,value\n2020-01,1\n2020-02,2\n2020-03,1\n2020-04,2\n2020-05,1\n2020-06,2\n";

  private record Run(int exit, String out, String err) {
    List<CSVRecord> rows() {
      try {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        return format.parse(new StringReader(out)).getRecords();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<String> column(String name) {
      return rows().stream().map(row -> row.get(name)).toList();
    }
  }

  private static Run run(byte[] input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new LimitsCommand(new ByteArrayInputStream(input)))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }

  private static Run limits(String csv, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("-");
    return run(csv.getBytes(StandardCharsets.UTF_8), arguments.toArray(String[]::new));
  }

  private static Run refused(String csv, String... options) {
    Run run = limits(csv, options);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).doesNotContain("\n").endsWith(".");
    return run;
  }

  /** Months from January 2017 with these values. */
  private static String months(String... values) {
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < values.length; i++) {
      csv.append("%d-%02d-01,%s\n".formatted(2017 + i / 12, 1 + i % 12, values[i]));
    }
    return csv.toString();
  }

  private static String[] repeated(String value, int times) {
    return IntStream.range(0, times).mapToObj(i -> value).toArray(String[]::new);
  }

  /** Mean 1.5, every range 1: 1.5 plus and minus 2.66. */
  @Test
  void sixPointsGiveTrialLimits() {
    Run run = limits(SIX);
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            date,value,mean,lower,upper,outside,shift,trend,two_of_three,state
            2020-01,1,1.5,-1.16,4.16,0,0,0,0,provisional
            2020-02,2,1.5,-1.16,4.16,0,0,0,0,provisional
            """);
    assertThat(run.rows()).hasSize(6);
  }

  @Test
  void eighteenEqualValuesFlagNothing() {
    Run run = limits(months(repeated("98.6", 18)));
    assertThat(run.rows())
        .allSatisfy(
            row ->
                assertThat(row.toList().subList(2, 10))
                    .containsExactly("98.6", "98.6", "98.6", "0", "0", "0", "0", "no-variation"));
  }

  @Test
  void everyMemberOfARunIsFlagged() {
    Run run =
        limits(
            months("5", "4", "5", "4", "5", "4", "5", "1", "2", "3", "4", "5", "6", "7", "4", "5"));
    assertThat(String.join("", run.column("trend"))).isEqualTo("0000000111111100");
    assertThat(run.column("state").get(7)).isEqualTo("trend");
    Run shorter =
        limits(
            months("2", "2", "2", "0", "0", "2", "0", "0", "0", "2", "0", "2", "0"),
            "--shift",
            "3");
    assertThat(String.join("", shorter.column("shift"))).isEqualTo("1110001110000");
  }

  @Test
  void aSkippedMonthIsAGapWithoutARow() {
    Run run =
        limits(
            """
            date,value
            2020-01-01,1
            2020-02-01,2
            2020-04-01,9
            2020-05-01,8
            2020-06-01,9
            2020-07-01,8
            """);
    // Ranges 1, then 1, 1, 1; the 7 over March is none of them.
    assertThat(run.rows()).hasSize(6);
    assertThat(Double.parseDouble(run.column("upper").get(0)))
        .isCloseTo(37 / 6.0 + 2.66, within(1e-12));
  }

  @Test
  void daysThatVarySkipNothing() {
    Run run =
        limits(
            """
            date,value
            2020-01-01,1
            2020-02-02,2
            2020-04-01,9
            2020-05-01,8
            2020-06-01,9
            2020-07-01,8
            """);
    assertThat(Double.parseDouble(run.column("upper").get(0)))
        .isCloseTo(37 / 6.0 + 2.66 * 11 / 5, within(1e-12));
  }

  @Test
  void quartersFollowOnOneAnother() {
    Run run =
        limits(
            "date,value\nApr 2018,1\nJul 2018,2\nOct 2018,1\nJan 2019,2\nApr 2019,1\nOct 2019,2\n");
    // The quarter of July 2019 is missing, so four ranges of 1 are left.
    assertThat(run.column("upper")).containsOnly("4.16");
    assertThat(run.column("state")).containsOnly("provisional");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[x]", "[low]", "NA", "na", "  "})
  void aBlankOrATokenIsAGap(String gap) {
    Run run = limits(months("1", "2", "1", gap, "2", "1", "2"));
    assertThat(run.column("state").get(3)).isEqualTo("gap");
    assertThat(run.column("value").get(3)).isEqualTo(gap);
    assertThat(run.column("upper")).containsOnly("4.16");
  }

  @Test
  void valuesAreEchoedAsTyped() {
    Run run = limits("value,Note,DATE\n\"1,234.50\",x,Apr-18\n351 [p],,May-18\n-.5,,Jun-18\n");
    assertThat(run.column("value")).containsExactly("1,234.50", "351 [p]", "-.5");
    assertThat(run.column("date")).containsExactly("Apr-18", "May-18", "Jun-18");
    assertThat(Double.parseDouble(run.column("mean").get(0))).isCloseTo(1585 / 3.0, within(1e-12));
    assertThat(run.column("lower")).containsOnly("");
    assertThat(run.column("state")).containsOnly("no-limits");
  }

  @Test
  void aMarkedBreakEndsATrend() {
    String[] rise = {"1", "2", "3", "4", "5", "6", "7", "8", "1", "8", "1", "8", "1", "8"};
    assertThat(limits(months(rise)).column("trend")).contains("1");
    rise[4] = "5 [b]";
    assertThat(limits(months(rise)).column("trend")).containsOnly("0");
  }

  @Test
  void aByteOrderMarkWindowsLineEndsAndBlankLinesAreFine() {
    assertThat(limits("\uFEFF" + SIX.replace("\n", "\r\n") + "\r\n,\r\n\r\n").out())
        .isEqualTo(limits(SIX).out());
  }

  @Test
  void aLastLineWithoutAnEndIsRead() {
    assertThat(limits(SIX.strip()).out()).isEqualTo(limits(SIX).out());
  }

  @Test
  void veryLargeAndVerySmallNumbersHaveNoExponent() {
    Run run = limits(months("1e12", "2e12", "1e12", "2e12", "1e12", "2e12"));
    assertThat(run.column("mean")).containsOnly("1500000000000");
    Run small = limits(months("1e-9", "2e-9", "1e-9", "2e-9", "1e-9", "2e-9"));
    assertThat(small.column("mean")).containsOnly("0.0000000015");
  }

  @Test
  void rowsBeforeTheWindowAreEmpty() {
    Run run = limits(months("900", "", "1", "2", "1", "2", "1", "2"), "--window", "6");
    assertThat(run.out().lines().skip(1).limit(3))
        .containsExactly(
            "2017-01-01,900,,,,0,0,0,0,no-limits",
            "2017-02-01,,,,,0,0,0,0,gap",
            "2017-03-01,1,1.5,-1.16,4.16,0,0,0,0,provisional");
  }

  @Test
  void theWindowCountsSkippedMonths() {
    String csv =
        """
            date,value
            2020-01-01,90
            2020-02-01,1
            2020-04-01,2
            2020-05-01,1
            2020-06-01,2
            2020-07-01,1
            2020-08-01,2
            """;
    assertThat(limits(csv, "--window", "7").column("state"))
        .containsExactly(
            "no-limits",
            "provisional",
            "provisional",
            "provisional",
            "provisional",
            "provisional",
            "provisional");
    assertThat(limits(csv, "--window", "6").column("state")).containsOnly("no-limits");
  }

  @Test
  void resetsAndPointsLeftOutAreNamedByDate() {
    String csv = months("1", "2", "1", "2", "1", "2", "51", "52", "51", "99", "51", "52", "51");
    Run run =
        limits(
            csv,
            "--reset",
            "2017-07-01",
            "--leave-out",
            "October 2017",
            "--leave-out",
            "01/01/2017");
    assertThat(run.column("state").get(0)).isEqualTo("left-out");
    assertThat(run.column("state").get(9)).isEqualTo("left-out");
    assertThat(run.column("state").get(5)).isEqualTo("no-limits");
    assertThat(run.column("mean").get(5)).isEqualTo("1.6");
    assertThat(Double.parseDouble(run.column("mean").get(6))).isCloseTo(308 / 6.0, within(1e-12));
    assertThat(run.column("upper").get(9)).isEqualTo(run.column("upper").get(6)).isNotEmpty();
  }

  @Test
  void lockedLimitsStayWhileLaterPointsLeaveThem() {
    Run run = limits(months("1", "2", "1", "2", "1", "2", "9"), "--lock", "6");
    assertThat(run.column("upper")).containsOnly("4.16");
    assertThat(run.column("outside")).containsExactly("0", "0", "0", "0", "0", "0", "1");
  }

  @Test
  void twoOfThreeIsAlwaysWorkedOut() {
    Run run =
        limits(
            months(
                "-50", "50", "-50", "50", "-50", "50", "-50", "50", "-50", "50", "1", "200", "200"),
            "--lock",
            "10");
    assertThat(String.join("", run.column("two_of_three"))).isEqualTo("0000000000011");
    assertThat(run.column("state").get(12)).isEqualTo("two-of-three");
  }

  /** Three of 10 and 30 of 90: p is 99/300 = 0.33, each line with limits of its own. */
  @Test
  void partsGiveEachLineLimitsOfItsOwn() {
    String csv =
        """
            date,done,asked
            2020-01,3,10
            2020-02,30,90
            2020-03,3,10
            2020-04,30,90
            2020-05,3,10
            2020-06,30,90
            """;
    Run run = limits(csv, "--method", "p", "--numerator", "Done", "--denominator", "asked");
    assertThat(run.err()).isEmpty();
    assertThat(run.column("mean")).containsOnly("0.33");
    assertThat(Double.parseDouble(run.column("upper").get(0)))
        .isCloseTo(0.33 + 3 * Math.sqrt(0.33 * 0.67 / 10), within(1e-12));
    assertThat(Double.parseDouble(run.column("upper").get(1)))
        .isCloseTo(0.33 + 3 * Math.sqrt(0.33 * 0.67 / 90), within(1e-12));
  }

  /** A percentage beside its parts is for the reader; the parts alone are counted with. */
  @Test
  void withPartsTheValueIsTheirShareOrWhatIsTyped() {
    String parts = "1,3\n-,-\n3,8\n".replace("-,-", ",8");
    String[] method = {"--method", "p", "--numerator", "n", "--denominator", "d"};
    assertThat(limits(dated("date,n,d", parts), method).column("value"))
        .containsExactly("0.3333333333333333", "", "0.375");
    assertThat(
            limits(dated("date,value,n,d", "33%,1,3\nn/a,,8\n37.5%,3,8\n"), method).column("value"))
        .containsExactly("33%", "n/a", "37.5%");
  }

  private static String dated(String header, String rows) {
    StringBuilder csv = new StringBuilder(header).append('\n');
    String[] lines = rows.split("\n");
    for (int i = 0; i < lines.length; i++) {
      csv.append("2020-%02d,%s\n".formatted(i + 1, lines[i]));
    }
    return csv.toString();
  }

  @Test
  void aBreakMayBeMarkedInAPart() {
    String rising = "1,9\n2,9\n3,9\n4 [b],9\n5,9\n6,9\n7,9\n1,9\n9,9\n1,9\n9,9\n1,9\n";
    String[] method = {"--method", "p", "--numerator", "n", "--denominator", "d"};
    String thirteen = dated("date,n,d", rising) + "2021-01,9,9\n";
    assertThat(limits(thirteen, method).column("trend")).containsOnly("0");
    assertThat(limits(thirteen.replace(" [b]", ""), method).column("trend")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-04-30|2020-06-30",
        "2020/04/01|2020/06/01",
        "2020-04-01 00:00:00|2020-06-01T00:00:00.000Z",
        "30/04/2020|30/06/2020",
        "01/04/2020 00:00|01/06/2020 00:00",
        "1.4.2020|1.6.2020",
        "01-04-20|01-06-20",
        "30 April 2020|30th June 2020",
        "1-Apr-20|1-Jun-20",
        "Apr-20|June 2020",
        "04/2020|06/2020"
      })
  void monthsAreKnownInEverySpelling(String aprilAndJune) {
    String[] dates = aprilAndJune.split("\\|");
    String[] values = {"1", "2", "3", "4", "5", "6"};
    // Two months with a third missing between them: the range across it must not count.
    StringBuilder csv = new StringBuilder("date,value\n" + dates[0] + ",100\n" + dates[1] + ",1\n");
    for (int i = 0; i < values.length; i++) {
      String day = dates[1].matches("30.*|2020-06-30") ? "30" : "01";
      csv.append("2020-%02d-%s,%s\n".formatted(7 + i, day, values[i]));
    }
    Run run = limits(csv.toString());
    assertThat(run.err()).isEmpty();
    double mean = (100 + 1 + 21) / 8.0;
    assertThat(Double.parseDouble(run.column("upper").get(0)))
        .isCloseTo(mean + 2.66 * 5 / 6, within(1e-12));
  }

  @Test
  void quartersWrittenAsTheReportWritesThemFollowOnOneAnother() {
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < 14; i++) {
      if (i != 6) {
        csv.append("20%d/%d Q%d,%d\n".formatted(17 + i / 4, 18 + i / 4, 1 + i % 4, i));
      }
    }
    Run run = limits(csv.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.column("trend"))
        .containsExactly("0", "0", "0", "0", "0", "0", "1", "1", "1", "1", "1", "1", "1");
  }

  @Test
  void weeksFollowOnOneAnother() {
    StringBuilder csv = new StringBuilder("date,value\n");
    LocalDate monday = LocalDate.of(2020, 1, 6);
    for (int i = 0; i < 13; i++) {
      csv.append(monday.plusWeeks(i)).append(',').append(i).append('\n');
    }
    assertThat(limits(csv.toString()).column("trend")).containsOnly("1");
  }

  @Test
  void aNumberThatItsCommasSplitIsRefused() {
    assertThat(refused("date,value\n2020-01,1,234\n").err())
        .startsWith("Line 2 has more cells than the header line.");
    assertThat(limits("date,value\n2020-01,\"1,234\",\n").column("mean")).containsExactly("1234.0");
  }

  /** What other programs write of 98.6 when they have added tenths: a cell shows 98.6 of all. */
  @Test
  void fifteenDigitsOfAValueCount() {
    String[] noisy = repeated("98.6", 18);
    noisy[3] = "98.60000000000001";
    noisy[9] = "98.599999999999994";
    noisy[15] = "98.6000000000000085";
    Run run = limits(months(noisy));
    assertThat(run.column("state")).containsOnly("no-variation");
    assertThat(run.column("value")).contains("98.60000000000001");
  }

  @Test
  void oneDateThatIsNoneIsNamed() {
    assertThat(refused("date,value\n2020-01-01,1\n30/02/2020,2\n").err())
        .startsWith("Line 3 holds \"30/02/2020\", which is no date");
  }

  @Test
  void betterChangesNoColumn() {
    assertThat(limits(SIX, "--better", "lower").out()).isEqualTo(limits(SIX).out());
  }

  @Test
  void aFileIsReadAsStandardInputIs(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("series.csv"), SIX);
    assertThat(run(new byte[0], file.toString()).out()).isEqualTo(limits(SIX).out());
    Run missing = run(new byte[0], directory.resolve("other.csv").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("other.csv cannot be read");
  }

  @Test
  void textThatIsNotUnicodeIsReadAsWindowsWritesIt() {
    byte[] csv = "date,value,note\n2020-01,1,caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run(csv, "-").exit()).isZero();
  }

  @Test
  void helpNamesEveryOption() {
    Run run = run(new byte[0], "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("--method", "--shift", "--trend", "--window", "--reset", "--leave-out", "--lock")
        .contains("--better", "--numerator", "--denominator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "many|Line 2 holds \"many\", which is not a number.",
        "1.2.3|Line 2 holds \"1.2.3\", which is not a number.",
        "\"1,23\"|Line 2 holds \"1,23\", which is not a number.",
        "12%|Line 2 holds \"12%\", which is not a number.",
        "1e9999|Line 2 holds \"1e9999\", which is not a number.",
        "NaN|Line 2 holds \"NaN\", which is not a number."
      },
      quoteCharacter = '~')
  void aValueThatIsNoNumberIsNamedWithItsLine(String value, String sentence) {
    assertThat(refused("date,value\n2020-01," + value + "\n").err()).startsWith(sentence);
  }

  @Test
  void theLineNumberCountsBlankLines() {
    assertThat(refused("date,value\n\n2020-01,1\n\n2020-02,x").err()).startsWith("Line 5 ");
  }

  @Test
  void datesOutOfOrderOrDoubledAreRefused() {
    assertThat(refused("date,value\n2020-02,1\nJan 2020,2\n").err())
        .contains("Line 3 has the date Jan 2020, which is earlier");
    assertThat(refused("date,value\n2020-02,1\nFeb-20,2\n").err())
        .contains("Line 3 has the date Feb-20 a second time");
    assertThat(refused("date,value\nspring,1\nsummer,2\nSpring,3\n").err())
        .contains("Line 4 has the date Spring a second time");
    assertThat(refused("date,value\n,1\n").err()).contains("Line 2 has no date");
  }

  @Test
  void otherTextIsADateToo() {
    Run run = limits("date,value\nspring,1\nautumn,2\n30/02/2020,2\n");
    assertThat(run.column("date")).containsExactly("spring", "autumn", "30/02/2020");
  }

  /** March is skipped; a reset in it starts new limits in April, one before the file none. */
  @Test
  void aResetMayFallOnASkippedMonthOrBeforeTheFirst() {
    String csv = SIX.replace("2020-03,1\n", "");
    assertThat(limits(csv, "--reset", "2020-03").column("mean"))
        .containsExactly(
            "1.5", "1.5", "1.6666666666666667", "1.6666666666666667", "1.6666666666666667");
    assertThat(limits(csv, "--reset", "2019-01").out()).isEqualTo(limits(csv).out());
  }

  @Test
  void anyDayMeansItsMonthWhereNoMonthComesTwice() {
    Run run = limits("date,value\n2020-01-31,1\n2020-02-29,2\n", "--leave-out", "2020-02-01");
    assertThat(run.column("state")).containsExactly("no-limits", "left-out");
    assertThat(limits("date,value\n2020-01-01,1\n2020-02-01,3\n", "--reset", "2020-01-15").out())
        .isEqualTo(limits("date,value\n2020-01-01,1\n2020-02-01,3\n").out());
    Run weekly =
        limits("date,value\n2020-01-06,1\n2020-01-13,2\n2020-01-20,4\n", "--reset", "2020-01-10");
    assertThat(weekly.column("mean")).containsExactly("1.0", "3.0", "3.0");
  }

  @Test
  void methodsWithoutPartsJudgeTheValues() {
    String csv = "date,value,n,d\n2020-01,25,1,4\n2020-02,75,3,4\n";
    assertThat(limits(csv, "--numerator", "n", "--denominator", "d").column("mean"))
        .containsOnly("50.0");
    assertThat(
            limits(
                    csv.replace("value", "typed"),
                    "--numerator",
                    "n",
                    "--denominator",
                    "d",
                    "--method",
                    "sd")
                .column("mean"))
        .containsOnly("0.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e150", "-3e400", "1e-300"})
  void numbersBeyondReachAreRefused(String number) {
    assertThat(refused("date,value\n2020-01," + number + "\n").err())
        .contains("Line 2 holds \"" + number + "\", which is too large or too small");
  }

  @Test
  void datesThatNoRowHasAreNamed() {
    assertThat(refused(SIX, "--reset", "2021-01").err())
        .contains("No row has the date 2021-01 given to --reset.");
    assertThat(refused(SIX, "--leave-out", "soon").err()).contains("soon given to --leave-out.");
    assertThat(refused("date,value\n2020-01-01,1\n2020-01-02,1\n", "--leave-out", "2020-01").err())
        .contains("Several rows");
  }

  @Test
  void optionsThatCannotBeAreRefused() {
    assertThat(refused(SIX, "--method", "six sigma").err()).contains("six sigma");
    assertThat(refused(SIX, "--better", "bigger").err()).contains("bigger");
    assertThat(refused(SIX, "--window", "-1").err()).contains("--window cannot be -1.");
    assertThat(refused(SIX, "--shift", "1").err()).contains("--shift cannot be 1.");
    assertThat(refused(SIX, "--lock", "x").err()).contains("--lock cannot be x.");
    assertThat(refused(SIX, "--method", "p").err()).contains("needs numerators");
    assertThat(refused(SIX, "--numerator", "value").err()).contains("Only one of");
  }

  @Test
  void filesThatAreNoSeriesAreRefused() {
    assertThat(refused("").err()).contains("no rows");
    assertThat(refused("date,value\n").err()).contains("no rows");
    assertThat(refused("month,value\n2020-01,1\n").err()).contains("no column named date");
    assertThat(refused("date,count\n2020-01,1\n").err()).contains("no column named value");
    assertThat(refused("date,value,Value\n2020-01,1,1\n").err()).contains("two columns");
    assertThat(refused("date,value\n2020-01,\"1\n").err()).contains("cannot be read as CSV");
  }

  @Test
  void countsAndSharesThatCannotBeAreRefused() {
    assertThat(refused("date,value\n2020-01,-1\n", "--method", "c").err())
        .contains("Line 2 is below zero");
    assertThat(
            refused(
                    "date,n,d\n2020-01,3,2\n",
                    "--method",
                    "pprime",
                    "--numerator",
                    "n",
                    "--denominator",
                    "d")
                .err())
        .contains("Line 2 has a numerator above its denominator");
  }
}
