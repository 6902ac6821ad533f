using System.Runtime.InteropServices;
using System.Text.Json;
using VideoIndex.Hearing;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>One sound somebody listens to: a track, or one channel of it.</summary>
/// <param name="Track">The track's number, from 1.</param>
/// <param name="Channel">The channel, <c>left</c> or <c>right</c>; null where all are heard as one.</param>
/// <param name="First">How much of the first lane is heard, in hundredths.</param>
/// <param name="Second">How much of the second lane is heard, in hundredths.</param>
public sealed record Ear(int Track, string? Channel, int First, int Second)
{
    /// <summary>Gets its name in keys: <c>1</c>, <c>2-left</c>.</summary>
    public string Unit => Channel is null ? string.Create(null, $"{Track}") : string.Create(null, $"{Track}-{Channel}");

    /// <summary>Gets its name for people: <c>Audio 2, left</c>.</summary>
    public string Name => Channel is null ? string.Create(null, $"Audio {Track}") : string.Create(null, $"Audio {Track}, {Channel}");
}

/// <summary>The sounds of a file in a folder, and how they are to be heard. The folder says all there is to know: it outlives the findings of its run.</summary>
/// <param name="Sounds">The sounds.</param>
/// <param name="Ears">Who listens to what.</param>
internal sealed record SoundShelf(IReadOnlyList<KeptSound> Sounds, IReadOnlyList<Ear> Ears)
{
    private const string FileName = "sounds.json";
    private const int CentreSpeaks = 100; // thousandths of the power

    /// <summary>Decides how the sounds of a folder are to be heard, and writes it down there.</summary>
    public static SoundShelf Fill(string folder, IReadOnlyList<KeptSound> sounds)
    {
        var shelf = new SoundShelf(sounds, [.. sounds.SelectMany(sound => EarsOf(folder, sound))]);
        File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(shelf, Wire.Default.SoundShelf));
        return shelf;
    }

    /// <summary>Returns what lies in a folder.</summary>
    /// <exception cref="IOException">Nothing does.</exception>
    public static SoundShelf In(string folder) => JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), Wire.Default.SoundShelf)!;

    /// <summary>Opens a sound.</summary>
    public SpooledSound Open(string folder, Ear ear) => new(folder, Sounds.Single(sound => sound.Track == ear.Track), ear);

    private static IEnumerable<Ear> EarsOf(string folder, KeptSound sound)
    {
        if (sound.Lanes == SoundLanes.One)
        {
            return [new Ear(sound.Track, null, 100, 0)];
        }

        var likeness = Likeness(Path.Combine(folder, sound.Name));
        if (sound.Lanes == SoundLanes.CentreAndRest)
        {
            return [likeness.ShareOfFirst >= CentreSpeaks ? new Ear(sound.Track, null, 100, 50) : new Ear(sound.Track, null, 100, 100)];
        }

        return likeness.Decide() switch
        {
            ChannelPlan.Split => [new Ear(sound.Track, "left", 100, 0), new Ear(sound.Track, "right", 0, 100)],
            ChannelPlan.LeftAlone => [new Ear(sound.Track, null, 100, 0)],
            ChannelPlan.RightAlone => [new Ear(sound.Track, null, 0, 100)],
            _ => [new Ear(sound.Track, null, 50, 50)],
        };
    }

    private static ChannelLikeness Likeness(string file)
    {
        var likeness = new ChannelLikeness();
        using var sound = File.OpenRead(file);
        var buffer = new byte[1 << 18];
        while (sound.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is > 0 and var read)
        {
            likeness.Add(MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, read / 4 * 4)));
        }

        return likeness;
    }
}
