namespace VideoIndex.Looks;

/// <summary>A gray picture of its own.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">Width x height bytes, 0 black to 255 white, rows top to bottom.</param>
public sealed record GrayPicture(int Width, int Height, byte[] Pixels);
