using VideoIndex.Ffmpeg.Clips;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>Turns the decoded frames of a section into those the reel shows: each as often as it is shown, which may be never.</summary>
internal sealed class SectionFilm
{
    private readonly ReelSection _section;
    private readonly FrameQueue _queue;
    private readonly byte[] _frame;
    private readonly int _first, _last;
    private int _decoded;

    /// <summary>Creates one.</summary>
    public SectionFilm(ReelSection section, FrameQueue queue)
    {
        (_section, _queue, _frame) = (section, queue, new byte[queue.Bytes]);
        (_first, _last) = (section.Frames[0], section.Frames[^1]);
    }

    /// <summary>Gets how many frames of the reel have been shown.</summary>
    public int Shown { get; private set; }

    /// <summary>Gets how many frames of the video could not be decoded.</summary>
    public int Missing => Math.Max(0, _last - _first + 1 - _decoded);

    /// <summary>Returns the command that decodes it, and writes down what lies over its pictures.</summary>
    public IReadOnlyList<string> Command(Reeling reeling)
    {
        var (evidence, track) = (_section.Evidence, _section.Probe.Pictures[0]);
        var order = new ClipOrder(_section.Path, _section.Probe, evidence, default, "");
        var span = ClipFrames.Whole(evidence, _first, _last + 1);
        var labels = _section.Text is { } text
            ? new LabelStrip((reeling.Size.Width, reeling.Size.Height), track.TimeBase, text.Name, [.. Enumerable.Range(_first, _last - _first + 1).Select(frame =>
                (evidence.Timestamps[frame] - evidence.Timestamps[_first], text.LabelOf(evidence.TimeOf(frame))))])
            : null;
        labels?.Write(reeling.Scratch.Folder);
        return ReelCommand.Decode(_section, ClipFrames.OnContainer(order, span), reeling.Size, labels);
    }

    /// <summary>Reads the decoded frames to the end.</summary>
    public void Read(Stream decoded)
    {
        while (decoded.ReadAtLeast(_frame, _frame.Length, throwOnEndOfStream: false) == _frame.Length)
        {
            ShowUntil(_first + _decoded++);
        }
    }

    /// <summary>Shows the last frame for as long as frames are missing at the end.</summary>
    public void Fill() => ShowUntil(_last);

    private void ShowUntil(int frame)
    {
        while (Shown < _section.Frames.Count && _section.Frames[Shown] <= frame && _queue.Add(_frame))
        {
            Shown++;
        }
    }
}
