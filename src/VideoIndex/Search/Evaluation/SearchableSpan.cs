using VideoIndex.Looks;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Search.Evaluation;

/// <summary>One thing that can be found: an utterance, a tag, a shot, a scene, a video. Every engine keeps these, and answers with them.</summary>
/// <param name="Number">
/// What names it among the things of its video that are searched in the same field: the low bits of its moment key where an engine keeps those, a shot's own number.
/// Of two that start and end together, the one that <see cref="SearchableSpans.Of"/> gives first has the smaller one.
/// </param>
/// <param name="Field">The field it is searched in: one of <see cref="QueryField.All"/>.</param>
/// <param name="Span">When it is there.</param>
/// <param name="Texts">What it says, the first as shown; several for a video: its file name, then what its container says.</param>
/// <param name="Confidence">How sure its author is.</param>
/// <param name="Origin">Who claims it.</param>
public sealed record SearchableSpan(long Number, string Field, MediaSpan Span, IReadOnlyList<string> Texts, Confidence Confidence, Origin Origin)
{
    /// <summary>Gets the kind of the tag it was made from: <c>chapter</c>, <c>object</c>; null for what is no tag. Together with the rest it names the claim that people judge.</summary>
    public string? Kind { get; init; }

    /// <summary>Gets the folder a video's file lies in, which <c>video:</c> searches beside the texts and plain words do not; null for everything else.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets the language of its words, when known.</summary>
    public string? Language { get; init; }

    /// <summary>Gets who speaks; null for what is not speech, and where nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets which audio track was heard, from 1; null for what was not heard.</summary>
    public int? Track { get; init; }

    /// <summary>Gets its words with their times; none where they have none.</summary>
    public IReadOnlyList<SpokenWord> Words { get; init; } = [];

    /// <summary>Gets where in the picture it is; null for what has no place there.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets its way through the picture; null for what was not followed.</summary>
    public TagPath? Path { get; init; }

    /// <summary>Gets how it was found, as one sentence; null when its origin says all there is.</summary>
    public string? How { get; init; }

    /// <summary>Gets what people said of it: one of <see cref="ReviewStatus.All"/>.</summary>
    public string Status { get; init; } = ReviewStatus.Unreviewed;

    /// <summary>Gets, for the words on both sides of the border of two utterances, the two; null for everything else. Only phrases that cross the border are found in it.</summary>
    public (SearchableSpan Before, SearchableSpan After)? Joint { get; init; }
}
