using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Testing.Contracts.Searching.Cases;

/// <summary>Videos and a question about them.</summary>
public sealed record SearchCase(IReadOnlyList<KnownVideo> Videos, Clause Clause)
{
    /// <summary>Spells out matches, everything that can differ, a line each.</summary>
    public static string Describe(IEnumerable<Match> matches) => string.Join('\n', matches.Select(match => $"{Describe(match.Span)} {string.Join(" | ", match.Evidence.Select(Describe))}"));

    /// <summary>Returns the case as a person can follow it.</summary>
    public override string ToString() => $"{Describe(Clause)}\n{string.Join('\n', Videos.Select(Describe))}";

    private static string Describe(KnownVideo video) => string.Join(
        '\n',
        [
            $"video {video.Facts.Video.Path}",
            .. video.Detectors.Select(one => $"  looked for {one.Key} in {Describe(one.Value.Span)}"),
            .. video.Things.Select(thing => $"  {thing.Field} {thing.Number} {Describe(thing.Span)} {string.Join(" / ", thing.Texts)} {Details(thing)}"),
        ]);

    private static string Details(SearchableSpan thing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{thing.Origin.Kind}:{thing.Origin.Name} {thing.Confidence.Value} {thing.Status} {thing.Language} {thing.Speaker} {(thing.Box is { } box ? Describe(box) : "")} {string.Join(' ', thing.Path?.Points.Select(point => $"{point.At.Seconds}@{Describe(point.Box)}") ?? [])} {string.Concat(thing.Words.Select(word => $"<{word.Text}{Describe(word.Span)}>"))}{(thing.Joint is null ? "" : "(joint)")}");

    private static string Describe(Found found) => string.Concat(
        $"{found.Term?.At.ToString(CultureInfo.InvariantCulture) ?? "-"}:{found.Thing.Field} {found.Thing.Number} {Describe(found.Span)}",
        found.Box is { } box ? $" box {Describe(box)}" : "",
        found.Place is { } place ? $" words {string.Concat(place.Words.Select(word => $"<{word.Text}{Describe(word.Span)}>"))}" : "",
        found.Counted is var (things, least, most) ? $" counted {string.Join(',', things.Select(thing => thing.Number))} {least}..{most}" : "");

    private static string Describe(MediaSpan span) => $"[{span.Start.Seconds},{span.End.Seconds})";

    private static string Describe(PictureBox box) => $"{box.Left},{box.Top},{box.Width},{box.Height}";

    private static string Describe(Clause clause) => clause switch
    {
        TermClause term => $"#{term.At} {term.Field}:[{string.Join(' ', term.Wordings.Select(Describe))}]{(term.Conditions == Search.Conditions.TermConditions.None ? "" : " " + term.Conditions)}",
        AndClause all => $"({string.Join(" AND ", all.Parts.Select(Describe))})",
        OrClause any => $"({string.Join(" OR ", any.Parts.Select(Describe))})",
        NotClause not => $"NOT {Describe(not.Part)}",
        TimeClause time => $"({Describe(time.Left)} {time.Relation} {time.Seconds} {Describe(time.Right)})",
        LastingClause lasting => $"({Describe(lasting.Part)} FOR {lasting.For.Comparison} {lasting.For.Value})",
        PickClause pick => $"{(pick.IsLast ? "LAST" : "FIRST")} {Describe(pick.Part)}",
        EvidenceClause evidence => evidence.Test.ToString(),
        VideoClause video => video.Test.ToString(),
        _ => clause.ToString(),
    };

    private static string Describe(Wording wording) =>
        $"\"{string.Join(' ', wording.Words.Select(word => word.Folded + (word.Match == WordMatch.Exact ? "" : $"/{word.Match}")))}\"{(wording.Labels is [] ? "" : $"={string.Join(',', wording.Labels)}")}{string.Concat(wording.Alternatives.Select(other => "|" + Describe(other)))}";
}
