using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Copies;

/// <summary>The same pictures, or the same sound, in another video.</summary>
/// <param name="Kind">Whether the pictures are the same or only the sound.</param>
/// <param name="Video">The other video.</param>
/// <param name="Here">The stretch of the video asked about. Its ends are right to half a second; of sound, to three seconds.</param>
/// <param name="There">The same stretch in the other.</param>
/// <param name="Score">How alike they are, from 0 to 100.</param>
/// <param name="How">How it was found, as one sentence with its numbers.</param>
public sealed record CopyMatch(CopyKind Kind, VideoId Video, MediaSpan Here, MediaSpan There, int Score, string How)
{
    /// <summary>Gets whether the other shows it mirrored.</summary>
    public bool Mirrored { get; init; }

    /// <summary>Gets how many seconds of the other pass in one second here; 1 where both play at one speed.</summary>
    public Rational Speed { get; init; } = new(1, 1);
}

/// <summary>What is the same.</summary>
public enum CopyKind
{
    /// <summary>The pictures; the sound may be another.</summary>
    Pictures = 0,

    /// <summary>The sound alone.</summary>
    Sound = 1,
}
