using VideoIndex.Timing;

namespace VideoIndex.Hearing;

/// <summary>Divides speech where nobody speaks for a while. It does not claim who speaks: one who pauses for long is two stretches, two who fall into each other's words are one.</summary>
/// <param name="pause">How long nobody must speak.</param>
public sealed class SilenceDiarizer(MediaDuration pause) : IDiarizer
{
    /// <summary>The pause unless another is given, in seconds: longer than people take for breath within a sentence, and than most sentences are apart.</summary>
    public static MediaDuration DefaultPause { get; } = new(new Rational(3, 2));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SpeakerStretch>> DivideAsync(ISound sound, IReadOnlyList<MediaSpan> speech, CancellationToken cancellationToken) =>
        Task.FromResult(Divide(speech));

    /// <summary>Divides speech alone.</summary>
    /// <param name="speech">Where somebody speaks; overlaps and any order will do.</param>
    public IReadOnlyList<SpeakerStretch> Divide(IReadOnlyList<MediaSpan> speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        var stretches = new List<SpeakerStretch>();
        foreach (var span in speech.OrderBy(span => span.Start))
        {
            if (stretches is [.., var last] && span.Start - last.Span.End < pause)
            {
                stretches[^1] = new SpeakerStretch(new MediaSpan(last.Span.Start, span.End > last.Span.End ? span.End : last.Span.End), null);
            }
            else
            {
                stretches.Add(new SpeakerStretch(span, null));
            }
        }

        return stretches;
    }
}
