package quarterday.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quarterday.architecture.wrong.check.AsksTheMachine;
import quarterday.architecture.wrong.check.OpensAFile;
import quarterday.architecture.wrong.cli.AnswersRequests;
import quarterday.architecture.wrong.cli.EndsTheProgram;
import quarterday.architecture.wrong.edit.StandsOnXml;
import quarterday.architecture.wrong.http.PrintsAStackTrace;
import quarterday.architecture.wrong.http.ReadsArguments;
import quarterday.architecture.wrong.http.ReadsJson;
import quarterday.architecture.wrong.kpi.MeasureManager;
import quarterday.architecture.wrong.kpi.ReadsCells;
import quarterday.architecture.wrong.kpi.Workbook;
import quarterday.architecture.wrong.kpi.WorksOutMeans;
import quarterday.architecture.wrong.publish.StreamsXml;
import quarterday.architecture.wrong.review.AsksTheClock;
import quarterday.architecture.wrong.review.ReadsCsv;
import quarterday.architecture.wrong.util.Anything;
import quarterday.architecture.wrong.wire.UnpacksFiles;

class HouseTest {
  private static final String ROOT = "quarterday";
  private static final String WRONG = "quarterday.architecture.wrong";

  private static final Map<String, ArchRule> RULES = new House(ROOT).rules();
  private static final Map<String, ArchRule> RULES_FOR_WRONG_HOUSES = new House(WRONG).rules();

  static {
    // Names are enough for every rule; reading all that POI refers to takes seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final JavaClasses WRONG_HOUSES = new ClassFileImporter().importPackages(WRONG);

  /** One class for each rule; it breaks that rule and no other. */
  private static final Map<String, Class<?>> BREAKERS =
      Map.ofEntries(
          Map.entry("sheet looks down only", quarterday.architecture.wrong.sheet.Upward.class),
          Map.entry("spc looks down only", quarterday.architecture.wrong.spc.Upward.class),
          Map.entry("edit looks down only", quarterday.architecture.wrong.edit.Upward.class),
          Map.entry("kpi looks down only", quarterday.architecture.wrong.kpi.Upward.class),
          Map.entry(
              "glossary looks down only", quarterday.architecture.wrong.glossary.Upward.class),
          Map.entry("review looks down only", quarterday.architecture.wrong.review.Upward.class),
          Map.entry("check looks down only", quarterday.architecture.wrong.check.Upward.class),
          Map.entry(
              "complete looks down only", quarterday.architecture.wrong.complete.Upward.class),
          Map.entry("publish looks down only", quarterday.architecture.wrong.publish.Upward.class),
          Map.entry("xlsx looks down only", quarterday.architecture.wrong.xlsx.Upward.class),
          Map.entry("docx looks down only", quarterday.architecture.wrong.docx.Upward.class),
          Map.entry("wire looks down only", quarterday.architecture.wrong.wire.Upward.class),
          Map.entry("http looks down only", quarterday.architecture.wrong.http.Upward.class),
          Map.entry("cli looks down only", quarterday.architecture.wrong.cli.Upward.class),
          Map.entry("every package is in the plan", Anything.class),
          Map.entry("Main knows the command line alone", quarterday.architecture.wrong.Main.class),
          Map.entry("Apache POI stays in xlsx and docx", ReadsCells.class),
          Map.entry("zip and XML streams stay in xlsx", UnpacksFiles.class),
          Map.entry("Java's own XML stays with files and with the ledger", StreamsXml.class),
          Map.entry("Gson stays in wire", ReadsJson.class),
          Map.entry("servers stay in http", AnswersRequests.class),
          Map.entry("picocli stays in cli", ReadsArguments.class),
          Map.entry("commons-math stays in spc", WorksOutMeans.class),
          Map.entry("commons-csv stays where CSV is read", ReadsCsv.class),
          Map.entry("sheet and edit stand on Java alone", StandsOnXml.class),
          Map.entry("names are domain nouns", MeasureManager.class),
          Map.entry("names are our own", Workbook.class),
          Map.entry("the core has no clock and no dice", AsksTheClock.class),
          Map.entry("the core has no locale of the machine's", AsksTheMachine.class),
          Map.entry("the core touches no file and no network", OpensAFile.class),
          Map.entry("nobody prints a stack trace", PrintsAStackTrace.class),
          Map.entry("Main alone ends the program", EndsTheProgram.class));

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsEachRule(ArchRule rule) {
    rule.check(PRODUCT);
  }

  static Stream<Arguments> rules() {
    return RULES.entrySet().stream()
        .map(rule -> Arguments.of(Named.of(rule.getKey(), rule.getValue())));
  }

  @ParameterizedTest
  @MethodSource("ruleNames")
  void eachRuleFailsOnAClassThatBreaksItAlone(String name) {
    JavaClasses breaker = WRONG_HOUSES.that(are(BREAKERS.get(name)));

    assertThat(breaker).hasSize(1);
    assertThat(broken(breaker)).containsExactly(name);
  }

  static Stream<String> ruleNames() {
    return RULES.keySet().stream();
  }

  @Test
  void everyClockAndEveryDieIsSeen() {
    assertThat(violations("the core has no clock and no dice", AsksTheClock.class)).hasSize(9);
  }

  @Test
  void everySettingOfTheMachineIsSeen() {
    assertThat(violations("the core has no locale of the machine's", AsksTheMachine.class))
        .hasSize(6);
  }

  @Test
  void theProductWasLookedAt() {
    assertThat(PRODUCT.contain("quarterday.sheet.Snapshot")).isTrue();
    assertThat(PRODUCT.contain("quarterday.architecture.House")).isFalse();
  }

  @Test
  void namesOfJavaAndOfPoiAreTakenButPrivateOnesAreNot() {
    Names taken = Names.taken();

    assertThat(taken.like("Record")).contains("java.lang.Record");
    assertThat(taken.like("List")).containsExactly("java.util.List");
    assertThat(taken.like("Cell")).contains("org.apache.poi.ss.usermodel.Cell");
    assertThat(taken.like("XSSFChart")).containsExactly("org.apache.poi.xssf.usermodel.XSSFChart");
    assertThat(taken.like("TimSort")).isEmpty();
    assertThat(taken.like("Measure")).isEmpty();
  }

  private static DescribedPredicate<JavaClass> are(Class<?> type) {
    return JavaClass.Predicates.equivalentTo(type);
  }

  private static List<String> broken(JavaClasses wrong) {
    return RULES_FOR_WRONG_HOUSES.entrySet().stream()
        .filter(rule -> rule.getValue().evaluate(wrong).hasViolation())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> violations(String rule, Class<?> breaker) {
    return RULES_FOR_WRONG_HOUSES
        .get(rule)
        .evaluate(WRONG_HOUSES.that(are(breaker)))
        .getFailureReport()
        .getDetails();
  }
}
