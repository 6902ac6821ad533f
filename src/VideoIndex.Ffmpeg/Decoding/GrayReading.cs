using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Reads the gray frames of one decode, joins to each what the log says of it and its look, and hands them on.</summary>
/// <param name="frames">What the log says.</param>
/// <param name="looks">Where looks come from; null where none are taken.</param>
/// <param name="sink">Takes the frames.</param>
internal sealed class GrayReading(FrameLog frames, LookPipe? looks, IFrameSink sink)
{
    // A day at 240 frames a second; no real file holds more.
    private const long MostFrames = 24L * 3600 * 240;

    /// <summary>Gets how many frames came.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a line of the log; null after the last.</summary>
    public void OnLine(string? line)
    {
        frames.OnLine(line);
        if (line is null)
        {
            looks?.End();
        }
    }

    /// <summary>Reads to the end. Two buffers: a frame is handed on once the next one has arrived, for by then all that FFmpeg had to say of it is said.</summary>
    public void Read(Stream output)
    {
        using var ahead = looks?.ReadAhead();
        var (held, next) = (new byte[GrayFrame.Size], new byte[GrayFrame.Size]);
        while (output.ReadAtLeast(next, GrayFrame.Size, throwOnEndOfStream: false) == GrayFrame.Size)
        {
            if (Count > 0)
            {
                Deliver(held);
            }

            (held, next) = (next, held);
            if (++Count > MostFrames)
            {
                throw new MediaRefusedException("too-many-frames", Refusals.Sentence("too-many-frames"), quarantine: true);
            }
        }

        if (Count > 0)
        {
            Deliver(held);
        }
    }

    private void Deliver(byte[] pixels)
    {
        var (timestamp, picture) = frames.Take();
        if (picture is null || looks?.Take() is not { } look)
        {
            sink.OnFrame(new GrayFrame(timestamp, pixels, picture));
            return;
        }

        sink.OnFrame(new GrayFrame(timestamp, pixels, picture) { Look = new LookPicture(looks.Size.Width, looks.Size.Height, look) });
        looks.GiveBack(look);
    }
}
