using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>What was read of a clip, kept beside it: to be deleted when scorers or sketchers change.</summary>
internal static class Kept
{
    /// <summary>Returns what is kept beside a clip, or makes it and keeps it.</summary>
    public static (IReadOnlyList<FrameScore> Scores, FrameSketches Sketches) Evidence(
        string clip, Func<(IReadOnlyList<FrameScore> Scores, FrameSketches Sketches)> make)
    {
        var file = clip + ".evidence";
        if (File.Exists(file))
        {
            var bytes = File.ReadAllBytes(file);
            var count = bytes.Length / (FrameScore.Size + FrameSketches.Size);
            return (
                [.. Enumerable.Range(0, count).Select(frame => FrameScore.Read(bytes.AsSpan(frame * FrameScore.Size)))],
                new FrameSketches(bytes.AsMemory(count * FrameScore.Size)));
        }

        var made = make();
        using var to = File.Create(file);
        Span<byte> one = stackalloc byte[FrameScore.Size];
        foreach (var score in made.Scores)
        {
            score.Write(one);
            to.Write(one);
        }

        to.Write(made.Sketches.Bytes.Span);
        return made;
    }

    /// <summary>Returns what is kept of the peers, or asks them and keeps it.</summary>
    public static Peers Peers(string clip)
    {
        var file = clip + ".peers";
        if (!File.Exists(file))
        {
            var read = Scoring.Peers.Read(clip);
            using var to = new BinaryWriter(File.Create(file));
            foreach (var score in read.Scdet.Concat(read.Select))
            {
                to.Write(score);
            }
        }

        var numbers = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(file)).ToArray();
        return new Peers(numbers[..(numbers.Length / 2)], numbers[(numbers.Length / 2)..]);
    }
}
