using VideoIndex.Looks;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Search;

/// <summary>Answers questions about the videos.</summary>
public interface IMomentIndex
{
    /// <summary>Finds the moments a question asks for, the videos with the best first, the moments of a video in time order.</summary>
    /// <exception cref="QueryException">The page before is none of this question's (<c>bad-page</c>).</exception>
    Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken);
}

/// <summary>What a search found.</summary>
/// <param name="Moments">The moments, grouped by video.</param>
/// <param name="Notes">Sentences about what could not be asked: a kind of evidence nothing in the library has yet, say.</param>
public sealed record SearchAnswer(IReadOnlyList<Moment> Moments, IReadOnlyList<string> Notes)
{
    /// <summary>Gets how many moments the whole answer has, before those that touch are made one.</summary>
    public long Total { get; init; }

    /// <summary>Gets how many videos the whole answer has moments in.</summary>
    public long Videos { get; init; }

    /// <summary>Gets how the whole answer is spread, for the facets that were asked for.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Gets what the next page is asked for with; null after the last one. It stays good while videos come and go: what was there when the first page was asked for comes once.</summary>
    public string? Next { get; init; }

    /// <summary>Gets how the answer was come by, line by line; empty unless it was asked for.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];
}

/// <summary>An answer to a search: the place to jump to, and why.</summary>
/// <param name="Video">The video it is in.</param>
/// <param name="Kind">What kind of thing was found, by the name of the field it is searched in: see <see cref="QueryField.All"/>.</param>
/// <param name="Span">When.</param>
/// <param name="Text">The words found, whole and unmarked.</param>
/// <param name="Confidence">How sure the author of the evidence is.</param>
/// <param name="Origin">Who claimed it.</param>
/// <param name="Language">The language of the words, when known.</param>
/// <param name="Keyframe">The picture of the shot it starts in, as a path inside the library's folder; null when there is none.</param>
/// <param name="Evidence">Everything that made it match.</param>
public sealed record Moment(
    Video Video,
    string Kind,
    MediaSpan Span,
    string Text,
    Confidence Confidence,
    Origin Origin,
    string? Language,
    string? Keyframe,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Gets where in the picture it is; null for what has no place there.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets how it was found, as one sentence; null when its origin says all there is.</summary>
    public string? How { get; init; }

    /// <summary>Gets the words that were found, each with its time, where they were heard; <see cref="Span"/> is theirs. Empty where words have no times.</summary>
    public IReadOnlyList<SpokenWord> Words { get; init; } = [];

    /// <summary>Gets who speaks; null where nobody knows, and for what is not speech.</summary>
    public string? Speaker { get; init; }

    /// <summary>Gets which audio track was heard, from 1; null for what was not heard.</summary>
    public int? Track { get; init; }

    /// <summary>Gets what people said of what was found: one of <see cref="ReviewStatus.All"/>.</summary>
    public string Status { get; init; } = ReviewStatus.Unreviewed;
}

/// <summary>One reason why a moment matched.</summary>
/// <param name="Term">The part of the query that matched, as it was typed.</param>
/// <param name="Field">Where it matched: see <see cref="QueryField.All"/>.</param>
/// <param name="Span">When the evidence holds.</param>
/// <param name="Marked">
/// The words around it, the matching ones between U+0002 and U+0003, for the host to mark as it can; words a model was not sure of stand as <c>(word?)</c>.
/// </param>
public sealed record Evidence(string Term, string Field, MediaSpan Span, string Marked);
