using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Scenes;

/// <summary>What a shot looks like: a few of its frames, and how much there is in it of each colour.</summary>
internal sealed class ShotPortrait
{
    private const int MostFrames = 5, Planes = 3, Parts = FrameSketches.Means;
    private const int LumaBins = 6, ChromaBins = 10, MostChroma = 40, Bins = LumaBins * ChromaBins * ChromaBins;

    // What grain and coding leave of a flat picture, in gray levels a part.
    private const int Flat = 5;

    private readonly List<byte[]> _frames = [];
    private readonly int[] _tones = new int[Bins];
    private int _counted;

    /// <summary>Draws the portrait of a shot.</summary>
    public ShotPortrait(FrameEvidence evidence, int first, int until)
    {
        var frames = Math.Min(MostFrames, until - first);
        for (var sample = 0; sample < frames; sample++)
        {
            var frame = first + (2 * sample + 1) * (until - first) / (2 * frames);
            var planes = new byte[Planes * Parts];
            evidence.Sketches.Luma(frame).CopyTo(planes);
            Colour(evidence.Looks, frame, planes.AsSpan(Parts));
            _frames.Add(planes);
            Count(planes);
        }
    }

    /// <summary>Returns how alike two shots are: 0 for nothing in common, 1000 for the same picture.</summary>
    /// <remarks>Two shots of one setup have frames alike part by part; two framings of one place have the same tones in other parts. Either will do.</remarks>
    public int Likeness(ShotPortrait other)
    {
        var least = int.MaxValue;
        foreach (var one in _frames)
        {
            foreach (var two in other._frames)
            {
                least = Math.Min(least, Apart(one, two));
            }
        }

        return Math.Max(1000 - Math.Min(1000, least), Tones(other));
    }

    // Three levels of chroma, on average.
    private bool Colourful => _frames.Sum(frame => frame.Skip(Parts).Sum(chroma => Math.Abs(chroma - 128))) >= 3 * 2 * Parts * _frames.Count;

    // The share of tones they have in common. Without colour there are too few to tell a place by, and they alone do not suffice.
    private int Tones(ShotPortrait other)
    {
        var common = 0L;
        for (var bin = 0; bin < Bins; bin++)
        {
            common += Math.Min((long)_tones[bin] * other._counted, (long)other._tones[bin] * _counted);
        }

        var worth = Colourful || other.Colourful ? 1000 : 650;
        return (int)(worth * common / Math.Max(1, (long)_counted * other._counted));
    }

    // The difference part by part, in thousandths of what the two pictures differ within themselves: 0 for the same, some 700 for unrelated ones.
    private static int Apart(byte[] one, byte[] other)
    {
        var (sum, within) = (0, 2 * Flat * Parts);
        for (var plane = 0; plane < Planes; plane++)
        {
            var (here, there) = (Mean(one, plane), Mean(other, plane));
            for (var part = plane * Parts; part < (plane + 1) * Parts; part++)
            {
                sum += Math.Abs(one[part] - other[part]);
                within += Math.Abs(one[part] - here) + Math.Abs(other[part] - there);
            }
        }

        return 1000 * sum / within;
    }

    private static int Mean(byte[] planes, int plane)
    {
        var sum = 0;
        foreach (var part in planes.AsSpan(plane * Parts, Parts))
        {
            sum += part;
        }

        return sum / Parts;
    }

    // The chroma of the look last before a frame; none where there is no look.
    private static void Colour(FrameLooks looks, int frame, Span<byte> chroma)
    {
        var look = Nearest(looks, frame);
        if (look < 0)
        {
            chroma.Fill(128);
            return;
        }

        looks.At(look).U.CopyTo(chroma);
        looks.At(look).V.CopyTo(chroma[Parts..]);
    }

    // Each part counts in the two nearest bins of luma and of both chromas, by how near they are: a tone on a border is in both.
    private void Count(ReadOnlySpan<byte> planes)
    {
        for (var part = 0; part < Parts; part++)
        {
            var (y, yNext) = Bin(planes[part], 255, LumaBins);
            var (u, uNext) = Bin(planes[Parts + part] - 128 + MostChroma, 2 * MostChroma, ChromaBins);
            var (v, vNext) = Bin(planes[2 * Parts + part] - 128 + MostChroma, 2 * MostChroma, ChromaBins);
            for (var corner = 0; corner < 8; corner++)
            {
                var (dy, du, dv) = (corner & 1, corner >> 1 & 1, corner >> 2);
                var weight = (dy == 1 ? yNext : 16 - yNext) * (du == 1 ? uNext : 16 - uNext) * (dv == 1 ? vNext : 16 - vNext);
                if (weight > 0)
                {
                    _tones[((y + dy) * ChromaBins + u + du) * ChromaBins + v + dv] += weight;
                    _counted += weight;
                }
            }
        }
    }

    // The lower of the two bins between whose middles a value lies, and how far it is on its way to the upper one, in sixteenths.
    private static (int Bin, int Next) Bin(int value, int most, int bins)
    {
        var at = Math.Clamp(value, 0, most) * (bins - 1) * 16 / most;
        return at / 16 >= bins - 1 ? (bins - 1, 0) : (at / 16, at % 16);
    }

    private static int Nearest(FrameLooks looks, int frame)
    {
        var (low, high) = (0, looks.Frames.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = looks.Frames[middle] <= frame ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
