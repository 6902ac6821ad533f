using System.Security.Cryptography;

namespace VideoIndex.Sidecars;

/// <summary>Sees to it that a side-car names no file but those it may: its video's own in the library, and footage by a whole path.</summary>
internal static class SidecarPlaces
{
    private const string Used = ".picture";
    private static readonly string[] Endings = [".png", ".jpg", ".webp", ".bmp", ".gif"];

    public static void CheckPath(string path, string pointer)
    {
        var isWhole = path.StartsWith('/') || path.StartsWith(@"\\", StringComparison.Ordinal) || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '/' or '\\');
        SidecarRules.Require(isWhole && !path.Contains('\0', StringComparison.Ordinal) && !path.Split('/', '\\').Contains(".."), pointer, "a video's path is whole, and does not go back by '..'");
    }

    public static void CheckFiles(VideoSidecar sidecar)
    {
        var id = sidecar.Contents.Video.Id.ToString();
        var (frames, named) = ($"frames/{id[..2]}/{id}/", new HashSet<string>());
        foreach (var (at, shot) in sidecar.Contents.Shots.Index())
        {
            SidecarRules.Require(shot.Keyframe is null || IsIn(frames, shot.Keyframe), $"/shots/{at}/keyframe", $"a keyframe lies in {frames}");
        }

        foreach (var (at, file) in sidecar.Files.Index())
        {
            var isOwn = IsIn(frames, file.Place) || file.Place == $"features/{id[..2]}/{id}" || file.Place == $"stills/{id[..2]}/{id}";
            SidecarRules.Require(isOwn && named.Add(file.Place), $"/files/{at}/place", "a file that comes along is one of the video's own, and comes once");
        }
    }

    public static void CheckFiles(LibrarySidecar sidecar)
    {
        var pictures = new HashSet<string>();
        foreach (var (brand, at) in sidecar.Brands.Select((brand, at) => (brand.Brand, at)))
        {
            foreach (var picture in brand.Logos.SelectMany(logo => logo.Examples).Select(example => example.Picture))
            {
                var sha = picture.Sha256;
                var isHash = sha.Length == 2 * SHA256.HashSizeInBytes && sha.All(char.IsAsciiHexDigitLower);
                var place = isHash ? $"brands/{sha[..2]}/{sha}" : "";
                SidecarRules.Require(isHash && Endings.Any(ending => picture.Place == place + ending), $"/brands/{at}", "a picture lies where its SHA-256 says");
                pictures.UnionWith([picture.Place, place + Used]);
            }
        }

        foreach (var (at, file) in sidecar.Files.Index())
        {
            SidecarRules.Require(pictures.Remove(file.Place), $"/files/{at}/place", "a file that comes along is the picture of a logo, and comes once");
            SidecarRules.Require(IsUsed(file.Place) || file.Place.Contains(Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)), StringComparison.Ordinal), $"/files/{at}", "a picture is named by its bytes");
        }
    }

    private static bool IsUsed(string place) => place.EndsWith(Used, StringComparison.Ordinal);

    private static bool IsIn(string folder, string place) =>
        place.StartsWith(folder, StringComparison.Ordinal) && place.Length > folder.Length && place[folder.Length..].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_')
        && !place[folder.Length..].StartsWith('.');
}
