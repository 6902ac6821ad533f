using VideoIndex.Similar.Neighbours;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Similar;

/// <summary>What vectors are made of. The names are kept: see <see cref="VectorKinds"/>.</summary>
public enum VectorKind
{
    /// <summary>What was kept of a shot's frames: one for each shot.</summary>
    PictureEvidence = 0,

    /// <summary>The picture of a shot, by a model: one for each keyframe.</summary>
    PictureEmbedding = 1,

    /// <summary>What is said, by a model: one for each utterance.</summary>
    TextEmbedding = 2,
}

/// <summary>The names of the kinds.</summary>
public static class VectorKinds
{
    /// <summary>Returns the name a kind is kept by: <c>picture-evidence</c>, <c>picture-embedding</c>, <c>text-embedding</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static string NameOf(VectorKind kind) => kind switch
    {
        VectorKind.PictureEvidence => "picture-evidence",
        VectorKind.PictureEmbedding => "picture-embedding",
        VectorKind.TextEmbedding => "text-embedding",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are three kinds of vectors."),
    };

    /// <summary>Returns the kind of a name.</summary>
    /// <exception cref="FormatException">No kind is called so.</exception>
    public static VectorKind Of(string name)
    {
        foreach (var kind in Enum.GetValues<VectorKind>())
        {
            if (NameOf(kind) == name)
            {
                return kind;
            }
        }

        throw new FormatException($"No kind of vectors is called '{name}'.");
    }
}

/// <summary>Who made vectors. Those of two makers, or of two versions of one, are never compared.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Name">The model's name, or the rule's.</param>
/// <param name="Version">Its version.</param>
public sealed record VectorSource(VectorKind Kind, string Name, string Version);

/// <summary>What a vector is of.</summary>
/// <param name="Span">When it is on screen, or said.</param>
/// <param name="At">The moment that stands for it: the keyframe's time, or the start.</param>
public readonly record struct VectorMoment(MediaSpan Span, MediaTime At);

/// <summary>All vectors of a video by one maker; none where there is nothing to make any of.</summary>
/// <param name="Video">The video.</param>
/// <param name="Source">Who made them.</param>
/// <param name="Dimensions">How many values each has; 0 where there are none.</param>
/// <param name="Moments">What each is of, in order of time.</param>
/// <param name="Coded">The vectors in the same order, as <see cref="VectorCoding"/> writes them.</param>
public sealed record VideoVectors(VideoId Video, VectorSource Source, int Dimensions, IReadOnlyList<VectorMoment> Moments, ReadOnlyMemory<byte> Coded)
{
    /// <summary>Makes those of a video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="source">Who made them.</param>
    /// <param name="vectors">The vectors, with what each is of.</param>
    /// <exception cref="ArgumentException">The vectors have not all the same number of values, or a value that is no finite number.</exception>
    public static VideoVectors Of(VideoId video, VectorSource source, IReadOnlyList<(VectorMoment Moment, float[] Vector)> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var coded = VectorCoding.Write([.. vectors.Select(one => one.Vector)]);
        return new VideoVectors(video, source, vectors is [var first, ..] ? first.Vector.Length : 0, [.. vectors.Select(one => one.Moment)], coded);
    }
}
