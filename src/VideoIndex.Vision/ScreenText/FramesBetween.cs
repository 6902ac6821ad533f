using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Vision.ScreenText;

/// <summary>The small gray frames since the look before, that one's own first: they tell when something came or went.</summary>
/// <param name="turn">By how many degrees, clockwise, a stored frame is turned to be displayed: 0, 90, 180 or 270.</param>
internal sealed class FramesBetween(int turn)
{
    /// <summary>The most frames kept: as many as there are in half a second of 250 a second. Of more, every other is let go.</summary>
    public const int Most = 128;

    // Where pixels differ less than this on the average, squared, nothing tells the new from the old.
    private const int LeastChange = 9;

    private readonly List<(long Timestamp, byte[] Gray)> _frames = [];
    private readonly Stack<byte[]> _free = new();

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

    /// <summary>Returns the timestamp of the first frame from which on the picture in a place is nearer to the last frame's than to the first's.</summary>
    /// <param name="place">The place, upright.</param>
    /// <returns>That timestamp; the last frame's own when nothing tells them apart.</returns>
    public long Changed(PictureBox place)
    {
        var (left, top, right, bottom) = Stored(place);
        var (old, now) = (_frames[0].Gray, _frames[^1].Gray);
        var apart = Product(old, now, now, (left, top, right, bottom));
        if (apart < LeastChange * (right - left) * (bottom - top))
        {
            return _frames[^1].Timestamp;
        }

        var first = _frames.Count - 1;
        while (first > 1 && 2 * Product(old, now, _frames[first - 1].Gray, (left, top, right, bottom)) >= apart)
        {
            first--;
        }

        return _frames[first].Timestamp;
    }

    // How far a frame has come on the way from the old to the new, times how far that is.
    private static long Product(byte[] old, byte[] now, byte[] frame, (int Left, int Top, int Right, int Bottom) place)
    {
        var sum = 0L;
        for (var row = place.Top; row < place.Bottom; row++)
        {
            for (var at = row * GrayFrame.Width + place.Left; at < row * GrayFrame.Width + place.Right; at++)
            {
                sum += (frame[at] - old[at]) * (now[at] - old[at]);
            }
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
