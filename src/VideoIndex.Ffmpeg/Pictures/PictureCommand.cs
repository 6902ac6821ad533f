using System.Globalization;
using VideoIndex.Brands.Pictures;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;

namespace VideoIndex.Ffmpeg.Pictures;

/// <summary>The command lines that decode a single picture. Pure.</summary>
internal static class PictureCommand
{
    /// <summary>The name a crop has in the scratch folder.</summary>
    public const string CropName = "crop.png";

    // From YUV exactly and alike on every machine; what is RGB already passes unchanged.
    private const string ToRgba = "scale=flags=bicubic+accurate_rnd+full_chroma_int+bitexact,format=rgba";

    /// <summary>Returns the command that writes the upright pixels, four bytes each, to the tool's output.</summary>
    public static IReadOnlyList<string> Decode(PictureHeader header) =>
        [.. Input(header), "-vf", Upright(header), .. OnePicture, "-f", "rawvideo", "pipe:1"];

    /// <summary>Returns the command that writes a part of the upright picture as PNG.</summary>
    public static IReadOnlyList<string> Crop(PictureHeader header, PixelBox part) =>
    [
        .. Input(header),
        "-vf", string.Create(CultureInfo.InvariantCulture, $"{Upright(header)},crop={part.Width}:{part.Height}:{part.Left}:{part.Top}:exact=1"),
        .. OnePicture, "-c:v", "png", "-f", "image2", "-update", "1", ToolCall.FolderName + CropName,
    ];

    private static string[] OnePicture { get; } = ["-frames:v", "1", "-fps_mode", "passthrough"];

    // The kind is told and never guessed: one demuxer, which opens nothing else, and one decoder.
    private static IEnumerable<string> Input(PictureHeader header)
    {
        var (format, codec) = header.Kind switch
        {
            PictureKind.Png => ("png_pipe", "png"),
            PictureKind.Jpeg => ("jpeg_pipe", "mjpeg"),
            PictureKind.WebP => ("webp_pipe", "webp"),
            PictureKind.Bmp => ("bmp_pipe", "bmp"),
            _ => ("gif", "gif"),
        };
        return
        [
            .. DecodeCommand.Start, "-noautorotate", "-threads", "1",
            "-protocol_whitelist", "file", "-format_whitelist", format, "-codec_whitelist", codec, "-max_streams", "1",
            "-max_pixels", string.Create(CultureInfo.InvariantCulture, $"{(long)PictureHeader.LongestSide * PictureHeader.LongestSide}"),
            "-f", format, "-i", ToolCall.InputName, "-map", "0:v:0",
        ];
    }

    // EXIF's eight ways to hold a camera, and to mirror what it sees.
    private static string Upright(PictureHeader header) => ToRgba + header.Turn switch
    {
        2 => ",hflip",
        3 => ",hflip,vflip",
        4 => ",vflip",
        5 => ",transpose=cclock_flip",
        6 => ",transpose=clock",
        7 => ",transpose=clock_flip",
        8 => ",transpose=cclock",
        _ => "",
    };
}
