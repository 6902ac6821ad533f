using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language;

/// <summary>What a piece of evidence must keep to, whatever it says.</summary>
public abstract record EvidenceTest
{
    /// <summary>Returns whether a thing keeps to it.</summary>
    public abstract bool Admits(SearchableSpan thing);
}

/// <summary><c>confidence:>0.8</c>: how sure its author is, from 0 to 1. Compared in whole millionths, so that what is shown as .8 is .8.</summary>
/// <param name="Limit">The limit, as a part of 1.</param>
public sealed record ConfidenceTest(Limit Limit) : EvidenceTest
{
    /// <inheritdoc/>
    public override bool Admits(SearchableSpan thing) => Limit.Admits(new Rational((long)Math.Round(thing.Confidence.Value * 1e6), 1_000_000));
}

/// <summary><c>by:human</c>, <c>by:model</c>, <c>by:model:whisper-base</c>: who claims it.</summary>
/// <param name="Kind">What kind of author: an <see cref="Origin.Kind"/>; <c>human</c> is <c>person</c>. Null where only a name is asked for.</param>
/// <param name="Name">The start of its name, in any case; null for all of the kind.</param>
public sealed record AuthorTest(string? Kind, string? Name) : EvidenceTest
{
    /// <inheritdoc/>
    public override bool Admits(SearchableSpan thing) =>
        (Kind is null || thing.Origin.Kind == Kind) && (Name is null || thing.Origin.Name.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary><c>status:verified</c>: what people said of it.</summary>
/// <param name="Status">One of <see cref="ReviewStatus.All"/>.</param>
public sealed record StatusTest(string Status) : EvidenceTest
{
    /// <inheritdoc/>
    public override bool Admits(SearchableSpan thing) => thing.Status == Status;
}

/// <summary><c>language:de</c>: the language of its words. What has none does not keep to it.</summary>
/// <param name="Language">ISO 639 codes that say the same: <c>de</c>, <c>deu</c>, <c>ger</c>.</param>
public sealed record LanguageTest(IReadOnlyList<string> Language) : EvidenceTest
{
    /// <inheritdoc/>
    public override bool Admits(SearchableSpan thing) => thing.Language is { } language && Language.Contains(language, StringComparer.OrdinalIgnoreCase);
}

/// <summary><c>speaker:1</c>: who speaks. What nobody is known to say does not keep to it.</summary>
/// <param name="Speaker">The speaker, or the last word of the name: <c>2</c> for <c>speaker 2</c>, in any case.</param>
public sealed record SpeakerTest(string Speaker) : EvidenceTest
{
    /// <inheritdoc/>
    public override bool Admits(SearchableSpan thing) => thing.Speaker is { } speaker
        && (speaker.Equals(Speaker, StringComparison.OrdinalIgnoreCase) || speaker.EndsWith(" " + Speaker, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What people said of a piece of evidence.</summary>
public static class ReviewStatus
{
    /// <summary>Nobody has looked at it.</summary>
    public const string Unreviewed = "unreviewed";

    /// <summary>A person says that it is right.</summary>
    public const string Verified = "verified";

    /// <summary>A person says that it is wrong. It is found by <c>status:rejected</c> alone.</summary>
    public const string Rejected = "rejected";

    /// <summary>Returns what is said of two things together: that they are rejected where one of them is, verified where both are.</summary>
    public static string OfBoth(string one, string other) =>
        one == Rejected || other == Rejected ? Rejected : one == Verified && other == Verified ? Verified : Unreviewed;

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Unreviewed, Verified, Rejected];
}
