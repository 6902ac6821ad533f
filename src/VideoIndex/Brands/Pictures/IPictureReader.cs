using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Brands.Pictures;

/// <summary>Reads pictures of logos, whoever made them.</summary>
/// <remarks>
/// A file is judged by its header before anything is decoded (<see cref="PictureHeader"/>), and what was decoded by what
/// can be seen of it (<see cref="PictureReading"/>). The file must not change meanwhile: hand in a copy of your own.
/// </remarks>
public interface IPictureReader
{
    /// <summary>Reads a PNG, JPEG, WebP or BMP picture, or the first of a GIF.</summary>
    /// <exception cref="MediaRefusedException">It is no such picture, is beyond the limits, or cannot be looked for. docs/brands.md lists the codes.</exception>
    Task<PictureReading> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a part of a picture as a PNG file, unchanged in size and colour.</summary>
    /// <param name="path">The picture.</param>
    /// <param name="part">The part, in pixels of the picture as displayed.</param>
    /// <param name="output">The file to write; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="MediaRefusedException">The picture is not read, or the part does not lie inside (<c>bad-box</c>).</exception>
    Task CropAsync(string path, PixelBox part, string output, CancellationToken cancellationToken);
}
