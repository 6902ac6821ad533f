using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Facts;

/// <summary>Evidence made by hand: 25 frames a second, a look at every twelfth or thirteenth.</summary>
internal sealed class Footage
{
    private readonly List<FrameScore> _scores = [];
    private readonly List<byte> _sketches = [], _looks = [];
    private readonly List<int> _lookFrames = [];

    public int Count => _scores.Count;

    public FrameEvidence Evidence => new(
        new Rational(1, 25), default, [.. Enumerable.Range(0, Count).Select(frame => (long)frame)], _scores, FrameRate.Pal.StartOf(Count))
    {
        Sketches = new FrameSketches(_sketches.ToArray()),
        Looks = new FrameLooks(_lookFrames, _looks.ToArray()),
    };

    /// <summary>Adds frames of one picture.</summary>
    public Footage Add(
        int frames, byte[] luma, FrameMotion motion = default, ushort difference = 400, Action<byte[]>? look = null)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            Frame(luma, motion, difference, look ?? (_ => { }));
        }

        return this;
    }

    public void Frame(byte[] luma, FrameMotion motion, ushort difference, Action<byte[]> look)
    {
        if (Count == 0 || Count * 2 / 25 > (Count - 1) * 2 / 25)
        {
            _lookFrames.Add(Count);
            var facts = new byte[LookFacts.Size];
            facts.AsSpan(LookFacts.Colours + LookFacts.Sides + 1).Fill(128);
            look(facts);
            _looks.AddRange(facts);
        }

        var mean = luma.Sum(part => part) / luma.Length;
        var deviation = (int)Math.Sqrt(luma.Average(part => (part - mean) * (part - mean)));
        _scores.Add(new FrameScore(difference, 0, 0, (byte)mean, (byte)deviation, 20, (ulong)Count, Texture: (byte)(deviation * 2)));
        var sketch = new byte[FrameSketches.Size];
        luma.CopyTo(sketch, 0);
        motion.Write(sketch.AsSpan(FrameSketches.Means));
        _sketches.AddRange(sketch);
    }

    public static byte[] Flat(byte luma) => [.. Enumerable.Repeat(luma, FrameSketches.Means)];

    /// <summary>Returns a picture of parts that differ, another one for each seed.</summary>
    public static byte[] Picture(int seed, int least = 40, int most = 220)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, FrameSketches.Means).Select(_ => (byte)random.Next(least, most))];
    }

    public static void Chroma(byte[] facts, byte u, byte v)
    {
        const int At = LookFacts.Colours + LookFacts.Sides + 1;
        facts.AsSpan(At, LookFacts.Means).Fill(u);
        facts.AsSpan(At + LookFacts.Means, LookFacts.Means).Fill(v);
    }
}
