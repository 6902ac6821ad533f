using System.Collections;
using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText;

/// <summary>The crops of one look, each cut out when it is first asked for: most are never read.</summary>
/// <remarks>What is asked for after the picture it is cut from has given way to another is refused.</remarks>
/// <param name="lines">The lines; null for one that is not cut out.</param>
/// <param name="picture">The look.</param>
internal sealed class Cuttings(IReadOnlyList<TextLine?> lines, Pyramid picture) : IReadOnlyList<GrayPicture?>
{
    private readonly GrayPicture?[] _cut = new GrayPicture?[lines.Count];
    private readonly long _taken = picture.Taken;

    /// <inheritdoc/>
    public int Count => lines.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The look after the next has been looked at, and this one is gone.</exception>
    public GrayPicture? this[int index]
    {
        get
        {
            if (lines[index] is not { } line || _cut[index] is not null)
            {
                return _cut[index];
            }

            return picture.Taken == _taken
                ? _cut[index] = CropCutter.Cut(line, picture)
                : throw new InvalidOperationException("A crop is to be asked for before the look after the next.");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<GrayPicture?> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
