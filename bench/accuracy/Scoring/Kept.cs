using System.Runtime.InteropServices;
using System.Text.Json;
using VideoIndex.Accuracy.Footage;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Accuracy.Scoring;

/// <summary>What a clip went through.</summary>
internal sealed record About(string Name, string Rate, Look Look, int Repeats, string Encoding);

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

    /// <summary>Keeps the truth.</summary>
    public static void Write(string clip, About about, Truth truth) =>
        File.WriteAllText(clip + ".truth", JsonSerializer.Serialize(new Written(about, truth)));

    /// <summary>Returns the truth that is kept, if it is.</summary>
    public static (About About, Truth Truth)? Truth(string clip) =>
        File.Exists(clip + ".truth") && JsonSerializer.Deserialize<Written>(File.ReadAllText(clip + ".truth")) is { } written
            ? (written.About, written.Truth) : null;

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

        var numbers = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(file)).ToArray();
        return new Peers(numbers[..(numbers.Length / 2)], numbers[(numbers.Length / 2)..]);
    }

    private sealed record Written(About About, Truth Truth);
}
