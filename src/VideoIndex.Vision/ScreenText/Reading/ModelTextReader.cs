using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;
using VideoIndex.Vision.ScreenText.Reading.Parts;
using VideoIndex.Vision.ScreenText.Reading.Places;

namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>Reads lines with models: one that reads letters and, where they are installed, one that says whether a line stands on its head and one that says where in it words are.</summary>
/// <remarks>What it reads in a picture depends on that picture alone. It may be closed while it reads: it then ends that reading first.</remarks>
internal sealed class ModelTextReader : ITextReader
{
    // No line of words is this small; and beyond this many pixels, reading would take seconds.
    private const int LeastSide = 8, MostPixels = 4_000_000;

    // Lines that are surer than this, in their letters' mean, are read as they are.
    private const double Sure = 0.97;

    // How much beside the places that were found is read with them, in pixels of the crop.
    private const int Beside = 8;

    // How much less is around a line that is read closer, in pixels of the crop; and then twice as much.
    private const int Inset = 4;

    private readonly Lock _reading = new();
    private readonly Recogniser _recogniser;
    private readonly LineDirection? _direction;
    private readonly PlaceFinder? _places;
    private readonly string? _language;
    private readonly Action _closed;
    private bool _isClosed;

    /// <summary>Creates one over models that others may use too.</summary>
    /// <param name="models">The models, and what they are called.</param>
    /// <param name="closed">What is called when it is closed, once.</param>
    public ModelTextReader(TextModels models, Action closed)
    {
        (Origin, _language, _closed) = (models.Origin, models.Language, closed);
        _recogniser = new Recogniser(models.Lines, models.Letters);
        _direction = models.Direction is { } direction ? new LineDirection(direction) : null;
        _places = models.Places is { } places ? new PlaceFinder(places, new PlaceMap()) : null;
    }

    /// <inheritdoc/>
    public Origin Origin { get; }

    /// <inheritdoc/>
    /// <exception cref="ModelException">A model failed.</exception>
    public IReadOnlyList<ReadWord> Read(GrayPicture crop)
    {
        ArgumentNullException.ThrowIfNull(crop);
        lock (_reading)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (Math.Min(crop.Width, crop.Height) < LeastSide || (long)crop.Width * crop.Height > MostPixels)
            {
                return [];
            }

            ArgumentOutOfRangeException.ThrowIfLessThan(crop.Pixels.Length, crop.Width * crop.Height, nameof(crop));
            var cleared = Surroundings.Clear(crop);
            var parts = PartsOf(cleared);
            return parts.All(part => new LineInk(cleared, part).IsBlank) ? [] : Words(cleared, parts);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_reading)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            _recogniser.Dispose();
            _direction?.Dispose();
        }

        _closed();
    }

    // A line that is read unsurely may stand on its head, or begin or end with what is no word.
    private List<ReadWord> Words(GrayPicture crop, IReadOnlyList<CropPart> parts)
    {
        var read = ReadAll(crop, parts);
        if (SureOf(read) >= Sure)
        {
            return WordsOf(read, crop);
        }

        if (_direction?.IsTurned(crop, parts[0]) == true)
        {
            var turned = crop with { Pixels = [.. crop.Pixels.AsSpan(0, crop.Width * crop.Height).ToArray().Reverse()] };
            var other = ReadAll(turned, PartsOf(turned));
            if (SureOf(other) > SureOf(read))
            {
                return [.. WordsOf(other, turned).Select(word => word with { Left = crop.Width - word.Left - word.Width, Top = crop.Height - word.Top - word.Height })];
            }
        }

        if (parts is [var whole])
        {
            foreach (var part in (CropPart?[])[Closer(whole, Inset), Closer(whole, 2 * Inset), Trimmed(crop, whole)])
            {
                if (part is { } one && ReadAll(crop, [one]) is var other && SureOf(other) > SureOf(read))
                {
                    read = other;
                }
            }
        }

        return WordsOf(read, crop);
    }

    // With less around it.
    private static CropPart? Closer(CropPart whole, int by) => Math.Min(whole.Width, whole.Height) < LeastSide + (2 * by)
        ? null
        : new CropPart(whole.Left + by, whole.Top + by, whole.Width - (2 * by), whole.Height - (2 * by));

    // From the first place of words to the last; null where there is none, or it is all.
    private CropPart? Trimmed(GrayPicture crop, CropPart whole)
    {
        var places = _places?.Find(crop).Select(place => place.Box.Around()).ToList() ?? [];
        if (places.Count == 0)
        {
            return null;
        }

        var left = Math.Max(whole.Left, (int)places.Min(place => place.Left) - Beside);
        var right = Math.Min(whole.Left + whole.Width, (int)places.Max(place => place.Right) + Beside + 1);
        return right - left < LeastSide || right - left == whole.Width ? null : whole with { Left = left, Width = right - left };
    }

    private static IReadOnlyList<CropPart> PartsOf(GrayPicture crop) => LineParts.Of(crop, Recogniser.Height, Recogniser.MostWidth);

    private ReadPart[] ReadAll(GrayPicture crop, IReadOnlyList<CropPart> parts) => _recogniser.Read([.. parts.Select(part => (crop, part))]);

    private List<ReadWord> WordsOf(ReadPart[] read, GrayPicture crop) => [.. read.SelectMany(part => LetterWords.Of(part, crop, _language))];

    private static double SureOf(ReadPart[] read) =>
        read.Sum(part => part.Letters.Count) is > 0 and var letters ? read.Sum(part => part.Confidence * part.Letters.Count) / letters : 0;
}
