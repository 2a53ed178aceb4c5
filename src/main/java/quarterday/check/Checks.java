package quarterday.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quarterday.kpi.Finding;
import quarterday.sheet.Address;
import quarterday.sheet.Interruption;
import quarterday.sheet.Snapshot;

/** All checks together. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new PercentageOfParts(),
          new ChangeColumn(),
          new PerCentChangeColumn(),
          new SumOfParts(),
          new SharesOfAHundred(),
          new PossibleShare(),
          new Opposite(),
          new PhysicallyPossible(),
          new PossibleDays(),
          new RateOfBase(),
          new RelatedMeasures(),
          new HiddenBreach(),
          new TargetColumn(),
          new HighlightFigures(),
          new HighlightSides(),
          new HighlightsInWords(),
          new SignOfChange(),
          new PeriodLabels(),
          new PeriodLabelInWords(),
          new CoverPeriod(),
          new Dates(),
          new UniqueNumbers(),
          new NumberGaps(),
          new SameNumber(),
          new DroppedMeasure(),
          new MissingValue(),
          new ChangedUnit(),
          new ChangedDefinition(),
          new SymmetricLimits(),
          new BoundedLimits(),
          new WindowLabel(),
          new CompleteHighlights(),
          new CurrentExceptions(),
          new SmallBase(),
          new AddedUniques(),
          new YearAndQuarters(),
          new SilentRevision(),
          new OneSpelling(),
          new CauseAndDates(),
          new CauseInWords(),
          new ConstantDecimals(),
          new PromisedContent(),
          new SmallNumbersAboutPeople(),
          new FewPeopleInWords(),
          new MergedFigures(),
          new TypingSlip(),
          new ChangedSetting(),
          new ShareInWords(),
          new MonthsShareInWords(),
          new PartsInWords(),
          new SharesInWords(),
          new ChangeInWords(),
          new PerCentChangeInWords(),
          new PossibleShareInWords(),
          new OppositeInWords(),
          new PossibleDaysInWords(),
          new RateOfBaseInWords(),
          new TargetInWords(),
          new HiddenBreachInWords(),
          new ValueInWords(),
          new MonthlyMeanInWords(),
          new HighestMonthInWords(),
          new EachMonthInWords(),
          new HighestQuarterInWords(),
          new NoneInWords(),
          new MonthsTogetherInWords(),
          new QuartersTogetherInWords(),
          new AverageInWords(),
          new DoubleNegative(),
          new PointsInWords(),
          new StalePeriod(),
          new StockAsFlow(),
          new ZeroContradicted(),
          new TakenForGranted(),
          new TimeLimitContradicted(),
          new RunInWords(),
          new StateInWords(),
          new MonthsBesideTheMean(),
          new LimitsInWords(),
          new ResetInWords(),
          new YearInWords(),
          new SmallBaseInWords(),
          new SurveyChangeInWords(),
          new Approximation(),
          new ComparisonBasis(),
          new SizeWords());

  private Checks() {}

  /** What all checks find, in {@link #inOrder order}. */
  public static List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Check check : ALL) {
      Interruption.heed();
      check.look(subject, findings::add);
    }
    return inOrder(findings, subject.snapshot());
  }

  /**
   * Findings as a person works through them: errors first, then the workbook's sheets in their
   * order, each from the top and from the left.
   */
  public static List<Finding> inOrder(List<Finding> findings, Snapshot snapshot) {
    Map<String, Integer> sheets = new HashMap<>();
    snapshot.sheets().forEach(sheet -> sheets.putIfAbsent(sheet.name(), sheets.size()));
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(finding -> sheets.getOrDefault(finding.sheet(), -1))
                .thenComparing(Checks::cell)
                .thenComparing(Finding::code)
                .thenComparing(Finding::message))
        .distinct()
        .toList();
  }

  private static Address cell(Finding finding) {
    return finding.cell().isEmpty() ? new Address(0, 0) : Address.parse(finding.cell());
  }
}
