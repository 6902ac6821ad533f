using System.Numerics;
using System.Text.Json;
using VideoIndex.Accuracy.Facts;
using VideoIndex.Copies.Pictures;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Similar.Evidence;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Similar;

/// <summary>A take as the library would know it, and how alike it is to others by several measures.</summary>
internal sealed record SeenTake(Take Take, float[] Descriptor, float[] Mirrored, double[] Colour, double[] Names, PicturePrints Prints)
{
    /// <summary>Gets the parts of the descriptor that a mirror changes are compared both ways.</summary>
    public IReadOnlyList<double> PartsLike(SeenTake other)
    {
        var parts = ShotDescriptor.Parts;
        var (plain, mirrored) = (new double[parts.Count], new double[parts.Count]);
        for (var part = 0; part < parts.Count; part++)
        {
            for (var at = parts[part].First; at < parts[part].First + parts[part].Length; at++)
            {
                plain[part] += (double)Descriptor[at] * other.Descriptor[at];
                mirrored[part] += (double)Mirrored[at] * other.Descriptor[at];
            }
        }

        return [.. plain, .. mirrored];
    }

    /// <summary>Returns how near the mean colours are.</summary>
    public double ColourLike(SeenTake other) => -Colour.Zip(other.Colour, (here, there) => (here - there) * (here - there)).Sum();

    /// <summary>Returns how much of the picture is of the same named colours.</summary>
    public double NamesLike(SeenTake other) => Names.Zip(other.Names, Math.Min).Sum();

    /// <summary>Returns in how many of 64 waves the nearest two prints agree, mirrored or not.</summary>
    public double PrintLike(SeenTake other)
    {
        var best = 0;
        for (var here = 0; here < Prints.Count; here++)
        {
            for (var there = 0; there < other.Prints.Count; there++)
            {
                var bits = Prints[here].Look ^ other.Prints[there].Look;
                best = Math.Max(best, 64 - Math.Min(BitOperations.PopCount(bits), BitOperations.PopCount(bits ^ Waves.Odd)));
            }
        }

        return best;
    }

    /// <summary>Reads all takes of a folder.</summary>
    public static List<SeenTake> Read(string folder)
    {
        var takes = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, "truth.json")), TakeForm.Default.ListTake)!;
        return [.. takes.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(take => Seen(take, Evidence(Path.Combine(folder, take.File))))];
    }

    private static SeenTake Seen(Take take, FrameEvidence evidence)
    {
        (int, int)[] whole = [(0, evidence.Count)];
        var (colour, names) = (new double[3], new double[LookFacts.Colours]);
        for (var look = 0; look < evidence.Looks.Frames.Count; look++)
        {
            var facts = evidence.Looks.At(look);
            colour[0] += Mean(evidence.Sketches.Luma(evidence.Looks.Frames[look]));
            colour[1] += Mean(facts.U);
            colour[2] += Mean(facts.V);
            for (var name = 0; name < names.Length; name++)
            {
                names[name] += facts.Shares[name];
            }
        }

        return new SeenTake(
            take,
            ShotDescriptor.Of(evidence, whole)[0]!,
            ShotDescriptor.Of(evidence, whole, mirrored: true)[0]!,
            [.. colour.Select(sum => sum / evidence.Looks.Frames.Count)],
            [.. names.Select(sum => sum / evidence.Looks.Frames.Count)],
            PicturePrints.Of(evidence));
    }

    private static double Mean(ReadOnlySpan<byte> means)
    {
        var sum = 0;
        foreach (var mean in means)
        {
            sum += mean;
        }

        return (double)sum / means.Length;
    }

    // What was read once is kept beside the file.
    private static FrameEvidence Evidence(string file)
    {
        var kept = file + ".evidence";
        if (!File.Exists(kept))
        {
            Keep(EvidenceReader.Read(file, FrameRate.Pal, 480, 270), kept);
        }

        using var from = new BinaryReader(File.OpenRead(kept));
        var (count, looks) = (from.ReadInt32(), from.ReadInt32());
        var scores = Enumerable.Range(0, count).Select(_ => FrameScore.Read(from.ReadBytes(FrameScore.Size))).ToList();
        var sketches = from.ReadBytes(count * FrameSketches.Size);
        var frames = Enumerable.Range(0, looks).Select(_ => from.ReadInt32()).ToList();
        return new FrameEvidence(FrameRate.Pal.FrameDuration.Seconds, default, [.. Enumerable.Range(0, count).Select(frame => (long)frame)], scores, FrameRate.Pal.StartOf(count))
        {
            Sketches = new FrameSketches(sketches),
            Looks = new FrameLooks(frames, from.ReadBytes(looks * LookFacts.Size)),
        };
    }

    private static void Keep(FrameEvidence evidence, string kept)
    {
        using (var to = new BinaryWriter(File.Create(kept + ".part")))
        {
            to.Write(evidence.Count);
            to.Write(evidence.Looks.Frames.Count);
            var bytes = new byte[FrameScore.Size];
            foreach (var score in evidence.Scores)
            {
                score.Write(bytes);
                to.Write(bytes);
            }

            to.Write(evidence.Sketches.Bytes.Span);
            foreach (var frame in evidence.Looks.Frames)
            {
                to.Write(frame);
            }

            to.Write(evidence.Looks.Bytes.Span);
        }

        File.Move(kept + ".part", kept, overwrite: true);
    }
}
