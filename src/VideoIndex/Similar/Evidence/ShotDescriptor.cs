using VideoIndex.Copies.Pictures;
using VideoIndex.Facts;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Similar.Evidence;

/// <summary>Describes a shot by numbers, from what was kept of its frames: no file is opened and nothing is decoded.</summary>
/// <remarks>
/// It has parts, each of unit length, so that the sum of the products of two shots' numbers says of each part how alike they are in it, from 0 (some from -1) to 1.
/// Which part counts how much is told by what is asked, not by what is kept: see <see cref="Asked"/>.
/// </remarks>
public static class ShotDescriptor
{
    /// <summary>The version of what the numbers mean. Descriptors of another version are made anew.</summary>
    public const string Version = "1";

    /// <summary>The name its vectors are kept by.</summary>
    public const string Name = "shot-descriptor";

    private const int MotionLength = 6;

    /// <summary>Gets the parts, in the order of their numbers.</summary>
    public static IReadOnlyList<DescriptorPart> Parts { get; } = Lay(
        ("layout", ShotMeasures.LayoutLength, 0.2),
        ("colour", ShotMeasures.ColourLength, 0.2),
        ("colour", ShotMeasures.BandsLength, 0.12),
        ("light", ShotMeasures.LightLength, 0.05),
        ("edges", ShotMeasures.EdgesLength, 0.33),
        ("motion", MotionLength, 0.1));

    /// <summary>Gets how many numbers there are.</summary>
    public static int Dimensions { get; } = Parts[^1].First + Parts[^1].Length;

    /// <summary>Describes shots; null in the place of one whose frames have no sketches, as those of a video indexed before there were any.</summary>
    /// <param name="evidence">What was kept of the video's frames.</param>
    /// <param name="shots">The first frame of each, and the first after it.</param>
    public static IReadOnlyList<float[]?> Of(FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots) => Of(evidence, shots, mirrored: false);

    /// <summary>The same, of what a mirror would show.</summary>
    public static IReadOnlyList<float[]?> Of(FrameEvidence evidence, IReadOnlyList<(int First, int Until)> shots, bool mirrored)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(shots);
        var area = evidence.Sketches.Count == 0 ? PictureArea.Whole : PictureArea.Of(evidence.Sketches);
        return [.. shots.Select(shot => Of(evidence, area, new Stretch(shot.First, shot.Until), mirrored))];
    }

    /// <summary>Describes a picture that is no frame of a video: all but motion.</summary>
    /// <param name="picture">The picture; clear parts are what their colour is.</param>
    /// <param name="mirrored">Whether what a mirror would show is described.</param>
    public static float[] Of(ColourPicture picture, bool mirrored = false)
    {
        var numbers = new float[Dimensions];
        Describe(mirrored ? ShotPictures.Of(picture).Mirrored() : ShotPictures.Of(picture), numbers);
        return numbers;
    }

    /// <summary>Returns what is asked for a shot like another: its numbers, each part as strong as it counts. A part that is not known counts for nothing, and the others for more.</summary>
    /// <param name="descriptor">The numbers.</param>
    /// <returns>Numbers whose sum of products with another shot's is how alike they are, from 0 or a little below to 1.</returns>
    public static float[] Asked(ReadOnlySpan<float> descriptor)
    {
        var asked = descriptor.ToArray();
        var known = Parts.Where(part => asked.AsSpan(part.First, part.Length).ContainsAnyExcept(0f)).ToList();
        foreach (var part in known)
        {
            foreach (ref var number in asked.AsSpan(part.First, part.Length))
            {
                number *= (float)(part.Weight / known.Sum(one => one.Weight));
            }
        }

        return asked;
    }

    /// <summary>Returns how alike two shots are in each of <see cref="DescriptorPart.Name"/>, parts of one name together, by their weights.</summary>
    public static IReadOnlyList<(string Name, double Alike)> Compare(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var alike = new Dictionary<string, (double Sum, double Weight)>();
        foreach (var part in Parts)
        {
            var product = 0.0;
            for (var at = part.First; at < part.First + part.Length; at++)
            {
                product += (double)one[at] * other[at];
            }

            if (!one.Slice(part.First, part.Length).ContainsAnyExcept(0f) || !other.Slice(part.First, part.Length).ContainsAnyExcept(0f))
            {
                continue; // not known of one of them
            }

            var before = alike.GetValueOrDefault(part.Name);
            alike[part.Name] = (before.Sum + (part.Weight * product), before.Weight + part.Weight);
        }

        return [.. alike.Select(part => (part.Key, Math.Clamp(part.Value.Sum / part.Value.Weight, 0, 1)))];
    }

    private static float[]? Of(FrameEvidence evidence, PictureArea area, Stretch shot, bool mirrored)
    {
        if (ShotPictures.Of(evidence, area, shot) is not { } pictures)
        {
            return null;
        }

        var numbers = new float[Dimensions];
        Motion(evidence, shot, Of(Parts[^1], numbers));
        Describe(mirrored ? pictures.Mirrored() : pictures, numbers);
        return numbers;
    }

    private static void Describe(ShotPictures pictures, float[] numbers)
    {
        ShotMeasures.Layout(pictures, Of(Parts[0], numbers));
        ShotMeasures.Colour(pictures, Of(Parts[1], numbers));
        ShotMeasures.Bands(pictures, Of(Parts[2], numbers));
        ShotMeasures.Light(pictures, Of(Parts[3], numbers));
        ShotMeasures.Edges(pictures, Of(Parts[4], numbers));
        foreach (var part in Parts)
        {
            Unit(Of(part, numbers));
        }
    }

    // How the whole picture moves, whichever way, and how much changes besides: shares of frames, softly bounded. A picture has no motion.
    private static void Motion(FrameEvidence evidence, Stretch shot, Span<float> part)
    {
        for (var frame = shot.First + 1; frame < shot.Until; frame++)
        {
            var motion = evidence.Sketches.Motion(frame);
            var way = MathF.Sqrt(((float)motion.Right * motion.Right) + ((float)motion.Down * motion.Down)) / FrameMotion.Whole;
            Share(MathF.Min(1, way * 40), part[..3]);
            Share(MathF.Min(1, evidence.Scores[frame].Difference / 256f / 12), part[3..]);
        }

        foreach (ref var share in part)
        {
            share = MathF.Sqrt(share);
        }

        static void Share(float amount, Span<float> shares)
        {
            var place = MathF.Sqrt(amount) * (shares.Length - 1);
            var kind = Math.Min((int)place, shares.Length - 2);
            shares[kind] += 1 - (place - kind);
            shares[kind + 1] += place - kind;
        }
    }

    private static void Unit(Span<float> part)
    {
        var square = 0.0;
        foreach (var number in part)
        {
            square += (double)number * number;
        }

        foreach (ref var number in part)
        {
            number = square > 0 ? (float)(number / Math.Sqrt(square)) : 0;
        }
    }

    private static Span<float> Of(DescriptorPart part, float[] numbers) => numbers.AsSpan(part.First, part.Length);

    private static DescriptorPart[] Lay(params (string Name, int Length, double Weight)[] parts)
    {
        var (laid, first) = (new DescriptorPart[parts.Length], 0);
        for (var at = 0; at < parts.Length; at++)
        {
            laid[at] = new DescriptorPart(parts[at].Name, first, parts[at].Length, parts[at].Weight);
            first += parts[at].Length;
        }

        return laid;
    }
}

/// <summary>A part of a shot's descriptor.</summary>
/// <param name="Name">What it is of: <c>layout</c>, <c>colour</c>, <c>light</c>, <c>edges</c> or <c>motion</c>.</param>
/// <param name="First">Where its numbers begin.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Weight">How much it counts: all together 1.</param>
public sealed record DescriptorPart(string Name, int First, int Length, double Weight);
