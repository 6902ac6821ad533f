using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>What is known of one video, as an engine lays it before the <see cref="Evaluator"/>.</summary>
public interface IEvidence
{
    /// <summary>Gets the video and what people keep of it.</summary>
    VideoFacts Facts { get; }

    /// <summary>Returns what of the video was looked at for things of a field, and by whom; null where nobody looked. Only counts ask.</summary>
    /// <param name="field">The field.</param>
    Looked? Looked(string field);

    /// <summary>Returns the things that may answer a term: all that do, and perhaps others. In order of start, then end, then number.</summary>
    /// <remarks>Words, tests and conditions are judged by the evaluator, by <see cref="TermAnswers"/>; an engine only saves it from going through everything.</remarks>
    IReadOnlyList<SearchableSpan> Candidates(TermClause term);

    /// <summary>Returns every thing of the video that evidence alone may ask for, in the same order: all but shots, scenes, joints and the video itself.</summary>
    IReadOnlyList<SearchableSpan> Everything();
}

/// <summary>What of a video a detector looked at: there, what it did not find is known not to be.</summary>
/// <param name="Span">The stretch, mostly the video's extent.</param>
/// <param name="By">The detector.</param>
public sealed record Looked(MediaSpan Span, Origin By);
