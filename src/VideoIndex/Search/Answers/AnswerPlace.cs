using VideoIndex.Search.Evaluation;
using VideoIndex.Timing;

namespace VideoIndex.Search.Answers;

/// <summary>Where a moment stands among all moments of an answer. No two stand in one place.</summary>
/// <param name="Score">How well it answers, more is better; 0 in an answer in order of time.</param>
/// <param name="Video">The number of its video: videos are numbered in the order they came into the library.</param>
/// <param name="Span">When it is.</param>
/// <param name="Shown">What it shows: the field and the number of the thing, and of things that were counted where their term stands in the question; -1 for others.</param>
public readonly record struct AnswerPlace(double Score, long Video, MediaSpan Span, (string Field, long Number, int Term) Shown) : IComparable<AnswerPlace>
{
    /// <summary>Returns the place of a moment.</summary>
    /// <param name="score">How well it answers.</param>
    /// <param name="video">The number of its video.</param>
    /// <param name="moment">The moment.</param>
    public static AnswerPlace Of(double score, long video, Match moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        var shown = moment.Evidence[0];
        return new AnswerPlace(score, video, moment.Span, (shown.Thing.Field, shown.Thing.Number, shown is { Counted: not null, Term: { } term } ? term.At : -1));
    }

    /// <summary>Compares which comes first: the better, then the one of the earlier video, then the one that is earlier there.</summary>
    public int CompareTo(AnswerPlace other)
    {
        var better = other.Score.CompareTo(Score);
        return better != 0 ? better : Video != other.Video ? Video.CompareTo(other.Video) : CompareWithin(other);
    }

    /// <summary>Compares which comes first in one video: by start, then end, then what they show.</summary>
    public int CompareWithin(AnswerPlace other)
    {
        var start = Span.Start.CompareTo(other.Span.Start);
        var end = start != 0 ? start : Span.End.CompareTo(other.Span.End);
        var field = end != 0 ? end : string.CompareOrdinal(Shown.Field, other.Shown.Field);
        var number = field != 0 ? field : Shown.Number.CompareTo(other.Shown.Number);
        return number != 0 ? number : Shown.Term.CompareTo(other.Shown.Term);
    }

    /// <summary>Compares order.</summary>
    public static bool operator <(AnswerPlace left, AnswerPlace right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(AnswerPlace left, AnswerPlace right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(AnswerPlace left, AnswerPlace right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(AnswerPlace left, AnswerPlace right) => left.CompareTo(right) >= 0;
}
