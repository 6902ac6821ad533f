using VideoIndex.Brands;

namespace VideoIndex.Interchange.Brands;

/// <summary>
/// Reads a list of brands from a folder: each folder in it is a brand, whose pictures lie in it, or in a folder for each
/// of its logos; a picture that lies loose is a brand of its own, called like the file.
/// </summary>
public static class BrandListFolder
{
    // What systems put beside files, and nobody put there himself.
    private static readonly string[] Chaff = ["Thumbs.db", "desktop.ini", "Icon\r"];

    /// <summary>Reads a folder. Hidden files are passed over; whether a file is a picture is told by its bytes, later.</summary>
    /// <exception cref="BrandException"><c>bad-list</c>: there is nothing in it.</exception>
    public static BrandList Read(string folder)
    {
        var loose = Files(folder).Select(file => Entry(folder, file, Path.GetFileNameWithoutExtension(file), BrandName.MainLogo));
        var entries = Folders(folder).SelectMany(brand => OfBrand(folder, brand)).Concat(loose).ToList();
        return entries is []
            ? throw new BrandException("bad-list", $"There are no pictures in '{folder}': put them there, or into a folder for each brand.")
            : new BrandList(entries, []);
    }

    private static IEnumerable<BrandEntry> OfBrand(string folder, string brand)
    {
        var name = Path.GetFileName(brand);
        return Files(brand).Select(file => Entry(folder, file, name, BrandName.MainLogo))
            .Concat(Folders(brand).SelectMany(logo => Files(logo).Select(file => Entry(folder, file, name, Path.GetFileName(logo)))));
    }

    private static BrandEntry Entry(string folder, string file, string brand, string logo) =>
        new(Path.GetRelativePath(folder, file), brand, logo, Path.GetFullPath(file), new Dictionary<string, string>());

    private static IEnumerable<string> Files(string folder) => Seen(Directory.EnumerateFiles(folder)).Where(file => !Chaff.Contains(Path.GetFileName(file)));

    private static IEnumerable<string> Folders(string folder) => Seen(Directory.EnumerateDirectories(folder));

    private static IEnumerable<string> Seen(IEnumerable<string> paths) =>
        paths.Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal);
}
