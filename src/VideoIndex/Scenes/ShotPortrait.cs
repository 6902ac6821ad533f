using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Scenes;

/// <summary>What a shot looks like: a few of its frames, and how much there is in it of each colour.</summary>
internal sealed class ShotPortrait
{
    private const int MostFrames = 5, LumaBins = 8, ChromaBins = 6, Bins = LumaBins * ChromaBins * ChromaBins;

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
            var luma = evidence.Sketches.Luma(frame);
            _frames.Add(luma.ToArray());
            Count(luma, Nearest(evidence.Looks, frame) is >= 0 and var look ? evidence.Looks.At(look) : default);
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

        var layout = 1000 - Math.Min(1000, least * 1000 / (FrameSketches.Means * 60));
        return Math.Max(layout, Tones(other));
    }

    // The share of tones they have in common.
    private int Tones(ShotPortrait other)
    {
        var common = 0L;
        for (var bin = 0; bin < Bins; bin++)
        {
            common += Math.Min((long)_tones[bin] * other._counted, (long)other._tones[bin] * _counted);
        }

        return (int)(1000 * common / Math.Max(1, (long)_counted * other._counted));
    }

    private static int Apart(byte[] one, byte[] other)
    {
        var sum = 0;
        for (var part = 0; part < one.Length; part++)
        {
            sum += Math.Abs(one[part] - other[part]);
        }

        return sum;
    }

    // Each part counts in the two nearest bins of luma and of both chromas, by how near they are: a tone on a border is in both.
    private void Count(ReadOnlySpan<byte> luma, LookFacts look)
    {
        for (var part = 0; part < luma.Length; part++)
        {
            var (y, yNext) = Bin(luma[part] * 16, 255 * 16, LumaBins);
            var (u, uNext) = Bin(look.U.IsEmpty ? 0 : (look.U[part] - 128 + 60) * 16, 120 * 16, ChromaBins);
            var (v, vNext) = Bin(look.V.IsEmpty ? 0 : (look.V[part] - 128 + 60) * 16, 120 * 16, ChromaBins);
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
