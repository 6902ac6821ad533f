using System.Globalization;
using VideoIndex.Ffmpeg.Captions.Pictures;
using VideoIndex.Ffmpeg.Captions.Tracks;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions;

/// <summary>Reads the captions inside a file: its text tracks, and the CEA-608 captions in its pictures. Decodes nothing.</summary>
/// <param name="tools">FFmpeg.</param>
public sealed class FfmpegCaptionReader(MediaTools tools) : ICaptionReader
{
    // A listing reads the whole file and writes only where there are words, so silence says little.
    private const int PatienceSeconds = 600;

    private const int MostPackets = 500_000; // ten hours of subtitles in every one of twenty languages
    private const int MostBytes = 128 << 20;

    /// <inheritdoc/>
    public async Task<CaptionReading> ReadAsync(
        string path, MediaProbe probe, MediaTime zero, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var transcripts = new List<Transcript>();
        var complaints = new List<string>();
        await ReadTextTracksAsync(path, probe, zero, transcripts, complaints, cancellationToken).ConfigureAwait(false);
        if (Captioned(probe) is { } track && PictureCaptions.For(track.Codec) is { } pictures)
        {
            var whole = false;
            var call = Call(Tool.Ffmpeg, CaptionCommands.CopyPictures(track), path, probe);
            var result = await tools.RunAsync(call, ReadPictures, null, cancellationToken).ConfigureAwait(false);
            if (!whole || !IsClean(result))
            {
                complaints.Add("The closed captions in the pictures could not be read to the end.");
            }

            void ReadPictures(Stream stream)
            {
                try
                {
                    transcripts.AddRange(ClosedCaptions.Read(stream, pictures, zero, track.TimeBase));
                    whole = true;
                }
                catch (OverflowException)
                {
                    // Times that no clock can hold: the complaint above tells.
                }
            }
        }

        return new CaptionReading(transcripts, complaints);
    }

    /// <summary>Returns the pictures whose captions are read; null when there are no captions to expect.</summary>
    /// <remarks>
    /// The probe sees captions only if the first pictures carry some. In broadcast streams they may start at any time, and
    /// looking costs one pass over the file without decoding; in other containers looking would nearly always be in vain.
    /// </remarks>
    internal static PictureTrack? Captioned(MediaProbe probe)
    {
        var isBroadcast = probe.Format is "mpegts" or "mpeg";
        return probe.Pictures.FirstOrDefault(track => track.HasClosedCaptions) ?? (isBroadcast && probe.Pictures.Count > 0 ? probe.Pictures[0] : null);
    }

    /// <summary>Returns which streams to list: all at once, or one by one where listing all would dump pictures of words too.</summary>
    internal static IReadOnlyList<string> Listings(IReadOnlyList<CaptionTrack> tracks)
    {
        var readable = tracks.Where(track => TextTrack.IsReadable(track.Codec)).ToList();
        return readable.Count > 0 && readable.Count == tracks.Count
            ? ["s"]
            : [.. readable.Select(track => track.Index.ToString(CultureInfo.InvariantCulture))];
    }

    private async Task ReadTextTracksAsync(
        string path, MediaProbe probe, MediaTime zero, List<Transcript> transcripts, List<string> complaints, CancellationToken cancellationToken)
    {
        var packets = new List<TextPacket>();
        var whole = true;
        var room = MostBytes;
        foreach (var streams in Listings(probe.Captions))
        {
            var call = Call(Tool.Ffprobe, CaptionCommands.ListPackets(streams), path, probe);
            var result = await tools.RunAsync(call, json => whole &= PacketListing.Read(json, Keep), null, cancellationToken).ConfigureAwait(false);
            whole &= IsClean(result) && room > 0;
        }

        var byTrack = packets.ToLookup(packet => packet.Stream);
        foreach (var track in probe.Captions)
        {
            ReadTextTrack(track, [.. byTrack[track.Index]], zero, transcripts, complaints);
        }

        if (!whole)
        {
            complaints.Add("The text tracks could not be read to the end.");
        }

        void Keep(TextPacket packet)
        {
            room = packets.Count < MostPackets && room > 0 ? room - packet.Payload.Length : 0;
            if (room > 0)
            {
                packets.Add(packet);
            }
        }
    }

    private static void ReadTextTrack(
        CaptionTrack track, List<TextPacket> packets, MediaTime zero, List<Transcript> transcripts, List<string> complaints)
    {
        try
        {
            if (TextTrack.IsReadable(track.Codec))
            {
                transcripts.AddRange(TextTrack.Read(track, packets, zero));
            }
            else
            {
                complaints.Add($"Text track {track.Number} ({track.Codec}) is of a kind that is not read.");
            }
        }
        catch (OverflowException)
        {
            complaints.Add($"Text track {track.Number} ({track.Codec}) has times that no clock can hold.");
        }
    }

    private static ToolCall Call(Tool tool, IReadOnlyList<string> arguments, string path, MediaProbe probe) => new(tool, arguments)
    {
        Input = path,
        Limits = ToolLimits.ForWholeFile(probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(path).Length) with
        {
            SilenceSeconds = PatienceSeconds,
        },
    };

    private static bool IsClean(ToolResult result) => result.Finished && result.ExitCode == 0;
}
