using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Postings.Segments;

/// <summary>What things are alike in: all that evidence may be asked for but how sure its author is.</summary>
/// <param name="Field">The field they are searched in.</param>
/// <param name="IsTimed">Whether their words have times of their own, or they move: what answers may be shorter than the thing.</param>
/// <param name="Origin">Who claims them.</param>
/// <param name="Language">The language of their words.</param>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Status">What people said of them.</param>
internal sealed record ThingClass(string Field, bool IsTimed, Origin Origin, string? Language, string? Speaker, string Status)
{
    private const char Between = '\u001F';
    private const string Nobody = "\u001E";

    /// <summary>Returns the class of a thing.</summary>
    public static ThingClass Of(SearchableSpan thing) => new(
        TermKeys.FieldOf(thing), thing.Words.Count > 0 || thing.Path is not null || thing.Joint is not null, thing.Origin, thing.Language, thing.Speaker, thing.Status);

    /// <summary>Returns the class as a text that no other one has.</summary>
    public string Written() => string.Join(
        Between, Field, IsTimed ? "1" : "0", Origin.Kind, Origin.Name, Origin.Version, Language ?? Nobody, Speaker ?? Nobody, Status);

    /// <summary>Reads what <see cref="Written"/> wrote.</summary>
    public static ThingClass Read(string written) => written.Split(Between) is [var field, var timed, var kind, var name, var version, var language, var speaker, var status]
        ? new ThingClass(field, timed == "1", new Origin(kind, name, version), OrNull(language), OrNull(speaker), status)
        : throw Coding.Damage.Found();

    /// <summary>Returns a thing of the class, to hold tests against.</summary>
    public SearchableSpan Example() =>
        new(0, Field, new MediaSpan(default, default), [], new Confidence(1), Origin) { Language = Language, Speaker = Speaker, Status = Status };

    private static string? OrNull(string text) => text == Nobody ? null : text;
}
