using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Vision.ScreenText;

/// <summary>The small gray frames since the look before, that one's own first: they tell when something came or went.</summary>
/// <param name="turn">By how many degrees, clockwise, a stored frame is turned to be displayed: 0, 90, 180 or 270.</param>
internal sealed class FramesBetween(int turn)
{
    /// <summary>The most frames kept: as many as there are in half a second of 250 a second. Of more, every other is let go.</summary>
    public const int Most = 128;

    // Where no pixel differs more, nothing tells the new from the old.
    private const int LeastChange = 4;

    private readonly List<(long Timestamp, byte[] Gray)> _frames = [];
    private readonly Stack<byte[]> _free = new();
    private readonly List<int> _pixels = [];

    /// <summary>Takes the next frame.</summary>
    public void Add(long timestamp, ReadOnlySpan<byte> gray)
    {
        if (_frames.Count == Most)
        {
            for (var at = Most - 3; at > 0; at -= 2)
            {
                Remove(at);
            }
        }

        var frame = _free.Count > 0 ? _free.Pop() : new byte[GrayFrame.Size];
        gray.CopyTo(frame);
        _frames.Add((timestamp, frame));
    }

    /// <summary>Lets go of all but the last.</summary>
    public void KeepLast()
    {
        while (_frames.Count > 1)
        {
            Remove(0);
        }
    }

    /// <summary>Returns the timestamp of the frame with which the picture in a place became what it is in the last frame.</summary>
    /// <remarks>
    /// Of the pixels that differ most between the first frame and the last: if with one frame they come twice as far as with any
    /// other, it is that; otherwise it is the one from which on they are nearer to the last than to the first.
    /// </remarks>
    /// <param name="place">The place, upright.</param>
    /// <returns>That timestamp; the last frame's own when nothing tells them apart.</returns>
    public long Changed(PictureBox place)
    {
        Choose(Stored(place));
        if (_pixels.Count == 0)
        {
            return _frames[^1].Timestamp;
        }

        var (way, furthest, next, step) = (Way(0), 0L, 0L, 0);
        var (whole, first) = (Way(_frames.Count - 1), _frames.Count - 1);
        for (var frame = 1; frame < _frames.Count; frame++)
        {
            var (come, before) = (Way(frame), way);
            (way, first) = (come, 2 * come < whole ? _frames.Count : Math.Min(first, frame));
            if (come - before > furthest)
            {
                (next, furthest, step) = (furthest, come - before, frame);
            }
            else
            {
                next = Math.Max(next, come - before);
            }
        }

        return _frames[furthest >= 2 * next ? step : first].Timestamp;
    }

    // The pixels that changed half as much as the one that changed most.
    private void Choose((int Left, int Top, int Right, int Bottom) place)
    {
        _pixels.Clear();
        var (old, now, most) = (_frames[0].Gray, _frames[^1].Gray, 2 * LeastChange);
        for (var round = 0; round < 2; round++)
        {
            for (var row = place.Top; row < place.Bottom; row++)
            {
                for (var at = row * GrayFrame.Width + place.Left; at < row * GrayFrame.Width + place.Right; at++)
                {
                    var change = Math.Abs(now[at] - old[at]);
                    if (round == 0)
                    {
                        most = Math.Max(most, change);
                    }
                    else if (2 * change >= most)
                    {
                        _pixels.Add(at);
                    }
                }
            }
        }
    }

    // How far a frame has come on the way from the first to the last.
    private long Way(int frame)
    {
        var (old, now, gray, sum) = (_frames[0].Gray, _frames[^1].Gray, _frames[frame].Gray, 0L);
        foreach (var at in _pixels)
        {
            sum += (gray[at] - old[at]) * (now[at] - old[at]);
        }

        return sum;
    }

    private (int Left, int Top, int Right, int Bottom) Stored(PictureBox box)
    {
        const int Whole = PictureBox.Whole;
        var (left, top, right, bottom) = (box.Left, box.Top, box.Left + box.Width, box.Top + box.Height);
        (left, top, right, bottom) = turn switch
        {
            90 => (top, Whole - right, bottom, Whole - left),
            180 => (Whole - right, Whole - bottom, Whole - left, Whole - top),
            270 => (Whole - bottom, left, Whole - top, right),
            _ => (left, top, right, bottom),
        };
        return (Math.Clamp(left * GrayFrame.Width / Whole, 0, GrayFrame.Width - 1), Math.Clamp(top * GrayFrame.Height / Whole, 0, GrayFrame.Height - 1),
            Math.Clamp((right * GrayFrame.Width + Whole - 1) / Whole, 1, GrayFrame.Width), Math.Clamp((bottom * GrayFrame.Height + Whole - 1) / Whole, 1, GrayFrame.Height));
    }

    private void Remove(int at)
    {
        _free.Push(_frames[at].Gray);
        _frames.RemoveAt(at);
    }
}
