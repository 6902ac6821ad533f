using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Work;

/// <summary>The work on one video that does not exist. Everything about it follows from two numbers, in every process alike.</summary>
/// <param name="Seed">Of all videos of a trial.</param>
/// <param name="Number">Of this one, from 0.</param>
/// <param name="IsCalm">Whether every job behaves.</param>
internal sealed record Tree(int Seed, int Number, bool IsCalm)
{
    private const int Run = 1;

    public VideoId Id { get; } = new(Digest($"{Seed}/{Number}"));

    public int Parts => 3 + (int)(Hash("parts") % 13);

    public JobKey Probe => Key(Stages.Probe);

    public JobKey Plan => Key(Stages.Plan);

    public JobKey Survey => Key(Stages.Survey);

    public JobKey FirstIndex => Key(Stages.Index, "0");

    public JobKey Assemble => Key(Stages.Assemble, "1");

    public JobKey Index => Key(Stages.Index, "1");

    public IEnumerable<JobKey> PartKeys => Enumerable.Range(0, Parts).Select(PartKey);

    /// <summary>Gets how many jobs there are if all goes well.</summary>
    public int Jobs => Parts + 6;

    /// <summary>Gets the video as it is offered.</summary>
    public Video Video => new()
    {
        Id = Id,
        Path = string.Create(CultureInfo.InvariantCulture, $"/films/{Seed}/{Number:000000}.mp4"),
        Bytes = 1000 + Number,
        Modified = DateTimeOffset.UnixEpoch,
        Added = DateTimeOffset.UnixEpoch,
        Run = Run,
    };

    public JobKey PartKey(int part) => Key(Stages.Part, part.ToString("00", CultureInfo.InvariantCulture));

    public Nature NatureOf(JobKey key)
    {
        if (IsCalm || key == Survey || key == FirstIndex)
        {
            return Nature.Normal;
        }

        var nature = Natures.Of(Hash($"nature {key}"));
        return nature == Nature.Refuses && key != Probe ? Nature.Normal : nature;
    }

    /// <summary>Returns what a job adds to its stage's bytes read: a number of its own, so that a sum tells which jobs are in it.</summary>
    public long WeightOf(JobKey key) => 1 + (long)(Hash($"weight {key}") % 1_000_000_007);

    /// <summary>Returns how long a normal job takes.</summary>
    public TimeSpan LengthOf(JobKey key) => TimeSpan.FromMilliseconds(Hash($"length {key}") % 21);

    /// <summary>Returns the bytes of a part's file: a few kilobytes.</summary>
    public byte[] BytesOf(JobKey part)
    {
        var random = new Random((int)(Hash($"bytes {part}") % int.MaxValue));
        var bytes = new byte[1000 + random.Next(8000)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Returns the order of a job. What takes long or its worker down comes last, or every new worker would begin with it.</summary>
    public JobOrder Order(JobKey key) => new(key, key.Stage == Stages.Part ? "parts" : "quick", Number.ToString(CultureInfo.InvariantCulture))
    {
        Priority = NatureOf(key) is Nature.Slow or Nature.Crashes or Nature.Hangs ? 0 : key.Stage == Stages.Part ? 10 : 20,
    };

    /// <summary>Returns trees of which there are at least so many jobs.</summary>
    public static IReadOnlyList<Tree> Forest(int seed, int jobs, bool isCalm)
    {
        var trees = new List<Tree>();
        for (var planted = 0; planted < jobs; planted += trees[^1].Jobs)
        {
            trees.Add(new Tree(seed, trees.Count, isCalm));
        }

        return trees;
    }

    private JobKey Key(string stage, string unit = "") => new(stage, Id, Run, unit);

    private ulong Hash(string of) => BinaryPrimitives.ReadUInt64BigEndian(Digest($"{Seed}/{of}/{Id}"));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
