using VideoIndex.Metadata;
using VideoIndex.Search.Conditions;
using VideoIndex.Videos;

namespace VideoIndex.Search.Language;

/// <summary>What a video must keep to.</summary>
public abstract record VideoTest
{
    /// <summary>Returns whether a video keeps to it.</summary>
    public abstract bool Admits(VideoFacts video);
}

/// <summary><c>recorded:>=2026-01-01</c>, <c>added:2026-11</c>: a day, a month or a year, in UTC. What has no such date does not keep to it.</summary>
/// <param name="What">Which date.</param>
/// <param name="Comparison">How it compares: before the first moment of the stretch, after its last, inside.</param>
/// <param name="From">The first moment of the day, month or year.</param>
/// <param name="Until">The first moment after it.</param>
public sealed record DateTest(VideoDate What, Comparison Comparison, DateTimeOffset From, DateTimeOffset Until) : VideoTest
{
    /// <inheritdoc/>
    public override bool Admits(VideoFacts video) => video.Date(What) is { } date && Comparison switch
    {
        Comparison.Less => date < From,
        Comparison.AtMost => date < Until,
        Comparison.More => date >= Until,
        Comparison.AtLeast => date >= From,
        _ => date >= From && date < Until,
    };
}

/// <summary>Which of a video's dates.</summary>
public enum VideoDate
{
    /// <summary>When it was recorded, as its container says (creation time).</summary>
    Recorded,

    /// <summary>When it was first offered to the library.</summary>
    Added,
}

/// <summary><c>duration:>10min</c>, <c>rate:25</c>: a number of the video. What has none does not keep to it.</summary>
/// <param name="What">Which number: seconds, frames a second, lines.</param>
/// <param name="Limit">The limit.</param>
public sealed record MeasureTest(VideoMeasure What, Limit Limit) : VideoTest
{
    /// <inheritdoc/>
    public override bool Admits(VideoFacts video) => video.Measure(What) is { } number && Limit.Admits(number);
}

/// <summary>Which of a video's numbers.</summary>
public enum VideoMeasure
{
    /// <summary>How long its extent is, in seconds.</summary>
    Duration,

    /// <summary>Its constant frame rate, in frames a second; none where it varies. Asked for by its nickname, too: 29.97 is 30000/1001.</summary>
    Rate,

    /// <summary>How many lines its picture has as shown.</summary>
    Height,
}

/// <summary><c>state:degraded</c>: where the file stands.</summary>
/// <param name="State">The state.</param>
public sealed record StateTest(VideoState State) : VideoTest
{
    /// <inheritdoc/>
    public override bool Admits(VideoFacts video) => video.Video.State == State;
}

/// <summary><c>collection:finals</c>: it is in a collection of that name, in any case and without accents.</summary>
/// <param name="Name">The name as <see cref="Words"/> folds it, words joined by single spaces.</param>
public sealed record CollectionTest(string Name) : VideoTest
{
    /// <inheritdoc/>
    public override bool Admits(VideoFacts video) => video.Collections.Any(collection => FieldText.Folded(collection) == Name);
}

/// <summary><c>client:Acme</c>, <c>takes:>=3</c>: a field people defined. Where it has several values, one of them must keep to it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Comparison">How the value compares; only <see cref="Comparison.Exactly"/> for text and choices.</param>
/// <param name="Value">The value asked for: of a text, words that must follow each other in it.</param>
public sealed record FieldTest(FieldDefinition Field, Comparison Comparison, FieldValue Value) : VideoTest
{
    /// <inheritdoc/>
    public override bool Admits(VideoFacts video) =>
        video.Fields.TryGetValue(Field.Name, out var values) && values.Any(value => value.Keeps(Comparison, Value, Field.Type));
}
