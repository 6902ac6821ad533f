using VideoIndex.Timing;

namespace VideoIndex.Search.Answers;

/// <summary>Where a moment stands among all moments of an answer. No two stand in one place.</summary>
/// <param name="Score">How well it answers, more is better; 0 in an answer in order of time.</param>
/// <param name="Video">The number of its video: videos are numbered in the order they came into the library.</param>
/// <param name="Span">When it is.</param>
/// <param name="Nth">How many moments of the video with the same span come before it.</param>
public readonly record struct AnswerPlace(double Score, long Video, MediaSpan Span, int Nth) : IComparable<AnswerPlace>
{
    /// <summary>Compares which comes first: the better, then the one of the earlier video, then the one that is earlier there.</summary>
    public int CompareTo(AnswerPlace other)
    {
        var better = other.Score.CompareTo(Score);
        return better != 0 ? better : Video != other.Video ? Video.CompareTo(other.Video) : CompareWithin(other);
    }

    /// <summary>Compares which comes first in one video: by start, then end.</summary>
    public int CompareWithin(AnswerPlace other)
    {
        var start = Span.Start.CompareTo(other.Span.Start);
        var end = start != 0 ? start : Span.End.CompareTo(other.Span.End);
        return end != 0 ? end : Nth.CompareTo(other.Nth);
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
