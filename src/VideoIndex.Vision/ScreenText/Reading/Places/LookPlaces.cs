using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>Finds where words stand in whole looks, with a model: for a <see cref="TextSpotter"/>, beside its own eyes.</summary>
/// <remarks>
/// A look is made 960 pixels long at its longer side, a small one enlarged, a large one shrunk: that bounds what one costs. What it says of a
/// look depends on its pixels alone. Several threads may use it at once.
/// </remarks>
public sealed class LookPlaces
{
    /// <summary>How long the longer side is made, in pixels: what the makers of the models shrink pictures to.</summary>
    public const int Side = 960;

    private readonly PlaceFinder _finder;
    private string? _failure;

    /// <summary>Creates it over a model; it is not closed here.</summary>
    internal LookPlaces(IModelSession session) => _finder = new PlaceFinder(session, new PlaceMap());

    /// <summary>Gets what went wrong, the first time anything did, as a sentence; null where nothing has.</summary>
    public string? Failure => Volatile.Read(ref _failure);

    /// <summary>Returns the places, in pixels of the look; none where the model fails, which costs what it would have found there.</summary>
    /// <param name="luma">The look's luma.</param>
    /// <param name="width">Its width, in pixels.</param>
    /// <param name="height">Its height, in pixels.</param>
    internal IReadOnlyList<TextPlace> Find(ReadOnlySpan<byte> luma, int width, int height)
    {
        var scale = (double)Side / Math.Max(width, height);
        var (wide, high) = (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
        try
        {
            var found = _finder.Find(new GrayPicture(wide, high, Scaled(luma, (width, height), (wide, high))));
            return [.. found.Select(place => place with { Box = place.Box.Scaled(1 / scale) })];
        }
        catch (ModelException failure)
        {
            Interlocked.CompareExchange(ref _failure, failure.Message, null);
            return [];
        }
    }

    private static byte[] Scaled(ReadOnlySpan<byte> luma, (int Width, int Height) from, (int Width, int Height) to)
    {
        var scaler = new PlaneScaler(from.Width, from.Height, to.Width, to.Height);
        var scaled = new byte[to.Width * to.Height];
        for (var row = 0; row < to.Height; row++)
        {
            scaler.Write(luma, row, scaled.AsSpan(row * to.Width, to.Width));
        }

        return scaled;
    }
}
