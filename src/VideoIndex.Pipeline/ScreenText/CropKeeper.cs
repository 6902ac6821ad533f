using VideoIndex.ScreenText;

namespace VideoIndex.Pipeline.ScreenText;

/// <summary>Keeps, of the looks of one decode, the crops that are worth reading.</summary>
/// <remarks>
/// Whether one is, the look after tells: each look is settled when the next has come. What needs a look that another segment knows, that
/// segment finds: <see cref="WorthReading"/> asks of either side apart. The crops go to disk at once: a film of nothing but words must not pile them up.
/// </remarks>
/// <param name="folder">Where they are written.</param>
/// <param name="toTheEnd">Whether the video ends with the last look of this decode.</param>
internal sealed class CropKeeper(string folder, bool toTheEnd)
{
    private readonly HashSet<string> _names = [];
    private TextLook? _before;
    private SpottedText? _last;
    private int _looks;

    /// <summary>Gets the names of the crops kept.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>Takes the next look; null says that there is none.</summary>
    /// <returns>The look taken last, with its crops named; null where there was none.</returns>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public TextLook? Next(SpottedText? next)
    {
        var settled = _last is null ? null : Kept(_last, next?.Look ?? (toTheEnd ? null : new TextLook(_last.Look.Timestamp, [], [])));
        (_before, _last) = (_last?.Look, next);
        return settled;
    }

    private TextLook Kept(SpottedText spotted, TextLook? after)
    {
        var sightings = spotted.Look.Sightings.ToArray();
        foreach (var place in WorthReading.In(_before, spotted.Look, after))
        {
            if (spotted.Crops[place] is { } crop)
            {
                var name = string.Create(null, $"{_looks:00000000}-{place}.pgm");
                PortableGraymap.Write(Path.Combine(folder, name), crop);
                _names.Add(name);
                sightings[place] = sightings[place] with { Crop = name };
            }
        }

        _looks++;
        return spotted.Look with { Sightings = sightings };
    }
}
