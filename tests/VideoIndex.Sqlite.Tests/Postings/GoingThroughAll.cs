using System.Runtime.CompilerServices;
using VideoIndex.Search;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Tests.Postings;

/// <summary>Answers what the index answers by looking at every thing there is.</summary>
internal static class GoingThroughAll
{
    private static readonly ConditionalWeakTable<SearchableSpan, List<string>> Known = [];
    private static readonly string[] Plain = ["say", "text", "logo", "object", "tag", "video"];

    public static IEnumerable<(long Key, SearchableSpan Thing)> Having(SmallWorld world, TermClause term) =>
        world.Videos.Values.SelectMany(things => things).Where(one => Has(one.Thing, term));

    public static bool Has(SearchableSpan thing, TermClause term) =>
        IsIn(thing, term) && term.Wordings.All(wording => Places(thing, wording) > 0);

    public static bool Keeps(SearchableSpan thing, IReadOnlyList<EvidenceTest> tests) =>
        tests.All(test => test.Admits(thing)) && (thing.Status != ReviewStatus.Rejected || tests.Contains(new StatusTest(ReviewStatus.Rejected)));

    /// <summary>Returns what scores things as Weighing says, in double precision.</summary>
    public static Func<SearchableSpan, double> Scoring(SmallWorld world, TermClause term)
    {
        var all = world.Videos.Values.SelectMany(things => things).Select(one => one.Thing).ToList();
        var average = all.Average(one => (double)Length(one));
        var having = all.Where(one => IsIn(one, term)).SelectMany(one => Said(one).Distinct()).CountBy(word => word).ToDictionary();
        return thing => term.Wordings.Sum(wording => Ways(wording).Where(way => Count(thing, way) > 0).Sum(way => way.Count == 1
            ? Said(thing).Distinct().Where(word => way[0].Matches(word)).Sum(word => Part(Weight(word), Said(thing).Count(one => one == word), Length(thing)))
            : Part(way.Sum(pattern => having.Keys.Where(word => pattern.Matches(word)).Min(Weight)), Count(thing, way), Length(thing))));

        double Weight(string word) => Math.Log(1 + ((all.Count - having[word] + 0.5) / (having[word] + 0.5)));

        double Part(double weight, int times, int length) => weight * 2.2 * times / (times + (1.2 * (0.25 + (0.75 * length / average))));
    }

    public static bool Stand(TimeRelation relation, SearchableSpan left, SearchableSpan right, Rational apart)
    {
        var (a, b) = (left.Span, right.Span);
        return relation switch
        {
            TimeRelation.Within => b.Start.Seconds - a.End.Seconds <= apart && a.Start.Seconds - b.End.Seconds <= apart,
            TimeRelation.Then => b.Start >= a.End && b.Start.Seconds - a.End.Seconds <= apart,
            TimeRelation.Before => b.Start >= a.End,
            TimeRelation.After => b.End <= a.Start,
            TimeRelation.During => b.Start <= a.Start && b.End >= a.End,
            _ => b.Overlaps(a),
        };
    }

    private static IEnumerable<IReadOnlyList<WordPattern>> Ways(Wording wording) => wording.Alternatives.Select(other => other.Words).Prepend(wording.Words);

    private static int Places(SearchableSpan thing, Wording wording) => Ways(wording).Sum(way => Count(thing, way));

    private static int Count(SearchableSpan thing, IReadOnlyList<WordPattern> phrase)
    {
        var said = Said(thing);
        return Enumerable.Range(0, Math.Max(0, said.Count - phrase.Count + 1)).Count(start => phrase.Index().All(word => said[start + word.Index].Length > 0 && word.Item.Matches(said[start + word.Index])));
    }

    private static bool IsIn(SearchableSpan thing, TermClause term) => term.Field is null ? Plain.Contains(thing.Field) : term.Field == thing.Field;

    private static int Length(SearchableSpan thing) => Said(thing).Count(word => word.Length > 0);

    // The words, with an empty one between texts.
    private static List<string> Said(SearchableSpan thing) =>
        Known.GetValue(thing, one => [.. one.Texts.SelectMany(text => Words.In(text).Select(word => word.Folded).Append(""))]);
}
