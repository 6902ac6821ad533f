using System.Globalization;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Hearing;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding.Sounds;

/// <summary>The command line that decodes audio tracks, each once, and nothing else of the file. Pure.</summary>
internal static class SoundCommand
{
    /// <summary>The size of a second of sound in the form written to the pipe: 16 kHz, one channel, 16 bits.</summary>
    public const int BytesPerSecond = ISound.Rate * KeptSound.SampleBytes;

    /// <summary>The name, in the folder of the call, of the sound's print: 32 bits a word, little-endian.</summary>
    public const string PrintName = "sound.print";

    /// <summary>What FFmpeg says where it was built without the library that makes prints.</summary>
    public const string NoPrinter = "'chromaprint'";

    /// <summary>The most bytes that are kept of a track: 24 hours of two lanes, the longest a file may say it is.</summary>
    public const long MostBytes = 24L * 3600 * BytesPerSecond * 2;

    /// <summary>Returns the whole command: one decode gives the sound, to be measured, its print if one is asked for, and the tracks that are kept.</summary>
    /// <remarks>Timestamps stay the container's own: what is kept is put in its place by them, and no filter makes up silence or takes sound away.</remarks>
    public static IReadOnlyList<string> Arguments(SoundOrder order, bool print)
    {
        var map = Map(order.Probe.Audio[0]);
        string[] printed = print
            ? [.. map, "-ac", "1", "-ar", "11025", "-f", "chromaprint", "-fp_format", "raw", ToolCall.FolderName + PrintName]
            : [];
        return
        [
            .. DecodeCommand.Start, "-copyts", .. AllowList.Options, "-vn", "-sn", "-dn", "-i", ToolCall.InputName,
            .. map, "-ac", "1", "-ar", "16000", "-f", "s16le", "pipe:1", .. printed, .. order.Kept.SelectMany(Kept),
        ];
    }

    /// <summary>Returns the name of the file a track is kept in.</summary>
    public static string NameOf(AudioTrack track) => string.Create(CultureInfo.InvariantCulture, $"track-{track.Number}.pcm");

    /// <summary>Returns the name by which FFmpeg's log tells of a track's samples.</summary>
    public static string LogOf(AudioTrack track) => string.Create(CultureInfo.InvariantCulture, $"ashowinfo@track{track.Number}");

    /// <summary>Returns what the lanes of a track are.</summary>
    public static SoundLanes LanesOf(AudioTrack track) => track.Channels switch
    {
        1 => SoundLanes.One,
        > 2 => SoundLanes.CentreAndRest,
        _ => SoundLanes.LeftAndRight,
    };

    private static string[] Kept(AudioTrack track) =>
    [
        .. Map(track),
        "-af", $"{Mix(LanesOf(track))}aresample=16000,aformat=sample_fmts=s16:channel_layouts={(LanesOf(track) == SoundLanes.One ? "mono" : "stereo")},{LogOf(track)}",
        "-fs", MostBytes.ToString(CultureInfo.InvariantCulture), "-y", "-f", "s16le", ToolCall.FolderName + NameOf(track),
    ];

    // A channel that a track has not is silence; "<" keeps the sum of the rest from clipping.
    private static string Mix(SoundLanes lanes) =>
        lanes == SoundLanes.CentreAndRest ? "pan=stereo|c0=FC|c1<FL+FR+BL+BR+SL+SR+BC+FLC+FRC," : "";

    private static string[] Map(AudioTrack track) => ["-map", string.Create(CultureInfo.InvariantCulture, $"0:{track.Index}")];
}
