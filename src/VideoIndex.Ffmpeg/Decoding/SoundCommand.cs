using System.Globalization;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>The command line that decodes an audio track, and nothing else of the file. Pure.</summary>
internal static class SoundCommand
{
    /// <summary>The size of a second of sound in the form written to the pipe: 16 kHz, one channel, 16 bits.</summary>
    public const int BytesPerSecond = 16_000 * 2;

    /// <summary>The name, in the folder of the call, of the sound's print: 32 bits a word, little-endian.</summary>
    public const string PrintName = "sound.print";

    /// <summary>What FFmpeg says where it was built without the library that makes prints.</summary>
    public const string NoPrinter = "'chromaprint'";

    /// <summary>Returns the whole command: one decode gives the sound, to be measured, and its print if one is asked for.</summary>
    public static IReadOnlyList<string> Arguments(AudioTrack track, bool print)
    {
        string[] map = ["-map", string.Create(CultureInfo.InvariantCulture, $"0:{track.Index}")];
        string[] printed = print
            ? [.. map, "-ac", "1", "-ar", "11025", "-f", "chromaprint", "-fp_format", "raw", ToolCall.FolderName + PrintName]
            : [];
        return
        [
            .. DecodeCommand.Start, .. AllowList.Options, "-vn", "-sn", "-dn", "-i", ToolCall.InputName,
            .. map, "-ac", "1", "-ar", "16000", "-f", "s16le", "pipe:1", .. printed,
        ];
    }
}
