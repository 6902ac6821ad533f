using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Reading.Places;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText;

/// <summary>Finds lines of words in the looks of one decode: strokes, parts, strings of parts, and what tells them from grass.</summary>
/// <remarks>
/// It keeps the look before (a picture of 1920 x 1080 takes 2.8 MB) and the small frames since, 128 at the most.
/// Not for use by two threads at once.
/// </remarks>
public sealed class TextSpotter : ITextSpotter
{
    private readonly int _kept;
    private readonly LineFinder _finder;
    private readonly SeenPlaces _places;
    private readonly FramesBetween _frames;
    private readonly Sameness _sameness = new();
    private Pyramid _picture, _before;
    private List<Seen> _seen = [];
    private long _timestamp;

    /// <summary>Creates a spotter that has seen nothing.</summary>
    /// <param name="turn">By how many degrees, clockwise, a stored frame is turned to be displayed: 0, 90, 180 or 270.</param>
    /// <param name="kept">How many looks in a row a picture is cut out of that stands unchanged: 1 or more.</param>
    /// <param name="places">What else finds where words stand; null for nothing else.</param>
    /// <exception cref="ArgumentException">The turn is none of the four, or nothing would be cut out.</exception>
    public TextSpotter(int turn, int kept, LookPlaces? places = null)
        : this(turn, kept, Kernels.Best, places)
    {
    }

    internal TextSpotter(int turn, int kept, Kernels kernels, LookPlaces? places = null)
    {
        if (turn is not (0 or 90 or 180 or 270) || kept < 1)
        {
            throw new ArgumentException($"A turn is 0, 90, 180 or 270 degrees and at least 1 picture is kept, not {turn} and {kept}.");
        }

        (_kept, _finder, _frames, _places) = (kept, new LineFinder(kernels), new FramesBetween(turn), new SeenPlaces(places));
        (_picture, _before) = (new Pyramid(kernels), new Pyramid(kernels));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="gray"/> is not 320 x 180 bytes.</exception>
    public void Pass(long timestamp, ReadOnlySpan<byte> gray)
    {
        if (gray.Length != GrayFrame.Size)
        {
            throw new ArgumentException($"A gray frame is {GrayFrame.Size} bytes, not {gray.Length}.", nameof(gray));
        }

        _frames.Add(timestamp, gray);
    }

    /// <inheritdoc/>
    public SpottedText Look(long timestamp, in LookPicture picture)
    {
        var comparable = _before.Levels > 0 && _before.Width == picture.Width && _before.Height == picture.Height;
        _picture.Take(picture.Luma, picture.Width, picture.Height);
        var (seen, sightings) = (new List<Seen>(), new List<TextSighting>());
        foreach (var line in _finder.Find(_picture, _places.In(picture)))
        {
            var box = line.Box(picture.Width, picture.Height);
            var before = comparable ? _seen.FindIndex(other => Same(line, other.Line)) : -1;
            var looks = before < 0 ? 1 : Math.Min(_seen[before].Looks + 1, _kept + 1);
            var since = before >= 0 ? _timestamp : _before.Levels == 0 ? timestamp : _frames.Changed(box);
            seen.Add(new Seen(line, box, looks));
            sightings.Add(new TextSighting(box, line.Tenths, line.Light, line.Certainty, before, since, null));
        }

        var look = new TextLook(timestamp, sightings, Ends(sightings));
        (_before, _picture, _seen, _timestamp) = (_picture, _before, seen, timestamp);
        _frames.KeepLast();
        return new SpottedText(look, new Cuttings([.. seen.Select(one => one.Looks <= _kept ? one.Line : null)], _before));
    }

    private bool Same(TextLine line, TextLine before) =>
        Sameness.SamePlace(line, before) && _sameness.SamePicture(line, _picture, before, _before);

    private List<TextEnd> Ends(List<TextSighting> sightings)
    {
        var stay = sightings.Select(sighting => sighting.Before).ToHashSet();
        return [.. Enumerable.Range(0, _seen.Count).Where(at => !stay.Contains(at)).Select(at => new TextEnd(at, _frames.Changed(_seen[at].Box)))];
    }

    private readonly record struct Seen(TextLine Line, PictureBox Box, int Looks);
}
