package quarterday.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules of the house, for the packages below a root; the root is a parameter so that the same
 * rules can be shown to fail on wrong houses.
 */
final class House {
  /** The packages that are pure functions of values. */
  private static final List<String> CORE =
      List.of("sheet", "spc", "kpi", "review", "check", "glossary", "edit", "complete", "publish");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.util.Calendar.getInstance",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private static final Set<String> MACHINE_SETTINGS =
      Set.of(
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault",
          "java.nio.charset.Charset.defaultCharset",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.String.formatted");

  /** These take a locale; without one they take the machine's. */
  private static final Set<String> LOCALE_TAKERS =
      Set.of(
          "java.lang.String.format",
          "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase",
          "java.text.NumberFormat.getInstance",
          "java.text.NumberFormat.getNumberInstance",
          "java.text.NumberFormat.getIntegerInstance",
          "java.text.NumberFormat.getPercentInstance",
          "java.time.format.DateTimeFormatter.ofPattern");

  private final String root;

  /** Each package's reason for existing, and the packages that it may see. */
  private final Map<String, Room> rooms = new LinkedHashMap<>();

  private record Room(Set<String> sees, String because) {}

  House(String root) {
    this.root = root;
    room("sheet", "it names cells for everybody else and stands on nothing");
    room("spc", "limits and signals are about any series, not about workbooks or KPIs");
    room(
        "edit",
        "a change is described in terms of sheets alone, or a writer would decide",
        "sheet");
    room("kpi", "a measure is read, not judged", "sheet", "spc");
    room("glossary", "terms are found in what was read", "kpi", "sheet");
    room("review", "a verdict must not know how it will be shown", "kpi", "spc", "sheet");
    room("check", "a finding is about figures, not about files", "kpi", "review", "sheet", "spc");
    room(
        "complete",
        "the whole job is still a pure function: snapshot in, plan out",
        "sheet",
        "spc",
        "kpi",
        "review",
        "check",
        "glossary",
        "edit");
    room(
        "publish",
        "the panel's copy is planned like any other, and written elsewhere",
        "sheet",
        "spc",
        "kpi",
        "review",
        "check",
        "glossary",
        "edit",
        "complete");
    room("xlsx", "a writer carries out and knows nothing of KPIs", "edit", "sheet");
    room(
        "docx",
        "the paper shows what publish planned, with the workbook's own charts",
        "publish",
        "xlsx",
        "edit",
        "sheet");
    room("wire", "JSON and files are two adapters that never see each other", CORE);
    room("http", "a route asks the core and the adapters, never the command line", both(CORE));
    room("cli", "commands are the outermost edge", both(CORE, "http"));
  }

  private void room(String name, String because, String... sees) {
    room(name, because, List.of(sees));
  }

  private void room(String name, String because, List<String> sees) {
    rooms.put(name, new Room(Set.copyOf(sees), because));
  }

  private static List<String> both(List<String> core, String... more) {
    List<String> all = new ArrayList<>(core);
    all.addAll(List.of("wire", "xlsx", "docx"));
    all.addAll(List.of(more));
    return all;
  }

  /** Every rule by its name, in the order of the house from its cellar up. */
  Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rooms.forEach((name, room) -> rules.put(name + " looks down only", looksDownOnly(name, room)));
    rules.put("every package is in the plan", everyPackageIsInThePlan());
    rules.put("Main knows the command line alone", mainKnowsTheCommandLineAlone());
    rules.put(
        "Apache POI stays in xlsx and docx",
        stays(
            "whoever sees POI's cells begins to keep state in them",
            List.of("xlsx", "docx"),
            "org.apache.poi..",
            "org.apache.xmlbeans..",
            "org.openxmlformats..",
            "com.microsoft.schemas.."));
    rules.put(
        "zip and XML streams stay in xlsx",
        stays(
            "hostile files are met in one place, with one set of limits",
            List.of("xlsx"),
            "org.apache.commons.compress..",
            "org.codehaus.stax2..",
            "com.ctc.wstx.."));
    rules.put(
        "Java's own XML stays with files and with the ledger",
        stays(
            "complete alone knows what its ledger says, a text that xlsx has already limited",
            List.of("xlsx", "complete"),
            "javax.xml.stream.."));
    rules.put(
        "Gson stays in wire",
        stays("JSON is written by hand in one place", List.of("wire"), "com.google.gson.."));
    rules.put(
        "servers stay in http",
        stays(
            "requests are met in one place, with one set of limits",
            List.of("http"),
            "org.eclipse.jetty..",
            "jakarta.servlet..",
            "org.commonmark.."));
    rules.put(
        "picocli stays in cli", stays("only commands read arguments", List.of("cli"), "picocli.."));
    rules.put(
        "commons-math stays in spc",
        stays("statistics have one home", List.of("spc"), "org.apache.commons.math3.."));
    rules.put(
        "commons-csv stays where CSV is read",
        stays(
            "only catalogue, glossary and the limits command have CSV",
            List.of("kpi", "glossary", "cli"),
            "org.apache.commons.csv.."));
    rules.put("sheet and edit stand on Java alone", sheetAndEditStandOnJavaAlone());
    rules.put("names are domain nouns", namesAreDomainNouns());
    rules.put("names are our own", namesAreOurOwn());
    rules.put("the core has no clock and no dice", coreHasNoClock());
    rules.put("the core has no locale of the machine's", coreHasNoLocale());
    rules.put("the core touches no file and no network", coreTouchesNoFile());
    rules.put("nobody prints a stack trace", nobodyPrintsAStackTrace());
    rules.put("Main alone ends the program", mainAloneEndsTheProgram());
    rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
    return rules;
  }

  private ArchRule looksDownOnly(String name, Room room) {
    Set<String> hidden = new LinkedHashSet<>(rooms.keySet());
    hidden.remove(name);
    hidden.removeAll(room.sees());
    return noClasses()
        .that()
        .resideInAPackage(inside(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(inside(hidden)).or(isMain()))
        .because(room.because());
  }

  private ArchRule everyPackageIsInThePlan() {
    return classes()
        .that(isMain().negate().as("are not Main"))
        .should()
        .resideInAnyPackage(inside(rooms.keySet()))
        .because("a package outside the plan has no place and no rule, as util packages have");
  }

  private ArchRule mainKnowsTheCommandLineAlone() {
    Set<String> hidden = new LinkedHashSet<>(rooms.keySet());
    hidden.remove("cli");
    return noClasses()
        .that(isMain())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(inside(hidden))
        .because("starting is all it does");
  }

  private ArchRule stays(String because, List<String> homes, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(inside(homes))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .because(because);
  }

  private ArchRule sheetAndEditStandOnJavaAlone() {
    return classes()
        .that()
        .resideInAnyPackage(inside(List.of("sheet", "edit")))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", root + "..")
        .because("both writers, and any later one, share them");
  }

  private ArchRule namesAreDomainNouns() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Utils?|Utilities|Impl|D[Tt][Oo])")
        .because("such a name says that nobody knew what the thing is");
  }

  private ArchRule namesAreOurOwn() {
    return classes()
        .that()
        .areTopLevelClasses()
        .should(haveANameOfTheirOwn())
        .because("a name that POI, java.lang or java.util uses is read as theirs");
  }

  private ArchRule coreHasNoClock() {
    return core("has a clock or dice", House::asksClockOrDice)
        .because("the same workbook must give the same result on any day");
  }

  private ArchRule coreHasNoLocale() {
    return core("depends on the machine's settings", House::asksTheMachine)
        .because("the same workbook must give the same result on any machine");
  }

  private ArchRule core(String what, Predicate<? super JavaAccess<?>> forbidden) {
    return noClasses()
        .that()
        .resideInAnyPackage(inside(CORE))
        .should()
        .accessTargetWhere(describe(what, forbidden));
  }

  private ArchRule coreTouchesNoFile() {
    return noClasses()
        .that()
        .resideInAnyPackage(inside(CORE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                .or(
                    describe(
                        "are files",
                        type -> type.getName().matches("java\\.io\\.(Random.*|.*File.*)"))))
        .because("it is a pure function of values; what is built in is read as a resource");
  }

  private ArchRule nobodyPrintsAStackTrace() {
    return noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "prints a stack trace",
                access -> access.getTarget().getName().equals("printStackTrace")))
        .because("a user is told one sentence and a remedy; the log has the rest");
  }

  private ArchRule mainAloneEndsTheProgram() {
    return noClasses()
        .that(isMain().negate().as("are not Main"))
        .should()
        .accessTargetWhere(
            describe(
                "ends the program",
                access ->
                    Set.of(
                            "java.lang.System.exit",
                            "java.lang.Runtime.exit",
                            "java.lang.Runtime.halt")
                        .contains(target(access))))
        .because("nothing that ends the program can be tested or served");
  }

  private static boolean asksClockOrDice(JavaAccess<?> access) {
    String target = target(access);
    boolean unseeded =
        access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
            && called.getRawParameterTypes().isEmpty()
            && Set.of(
                    "java.util.Date.<init>",
                    "java.util.Random.<init>",
                    "java.util.GregorianCalendar.<init>")
                .contains(target);
    return unseeded
        || CLOCKS.contains(target)
        || target.startsWith("java.time.Clock.system")
        || target.matches("java\\.time\\..*\\.now")
        || target.startsWith("java.security.SecureRandom.");
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    String target = target(access);
    boolean withoutLocale =
        access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
            && LOCALE_TAKERS.contains(target)
            && called.getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.util.Locale"));
    return withoutLocale || MACHINE_SETTINGS.contains(target);
  }

  private static String target(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
    Names taken = Names.taken();
    return new ArchCondition<>("have a name of their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<String> same = taken.like(type.getSimpleName());
        events.add(
            new SimpleConditionEvent(
                type, same.isEmpty(), type.getName() + " is called as " + same));
      }
    };
  }

  private DescribedPredicate<JavaClass> isMain() {
    return describe("are Main", type -> type.getName().equals(root + ".Main"));
  }

  private String inside(String name) {
    return root + "." + name + "..";
  }

  private String[] inside(Iterable<String> names) {
    Stream.Builder<String> packages = Stream.builder();
    names.forEach(name -> packages.add(inside(name)));
    return packages.build().toArray(String[]::new);
  }
}
