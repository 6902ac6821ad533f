using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Brands;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Takes in brands. One whose name is there already is left as it is; a new one keeps its numbers where nobody has them.</summary>
internal sealed class BrandRestore(SqliteConnection connection)
{
    /// <summary>Takes them in.</summary>
    /// <returns>What was left out and why.</returns>
    public IEnumerable<string> Restore(IReadOnlyList<BrandKept> brands, IReadOnlyList<string> groups)
    {
        foreach (var group in groups)
        {
            AddGroup(group);
        }

        var reader = new BrandReader(connection);
        var notes = new List<string>();
        foreach (var kept in brands)
        {
            if (reader.FindName(kept.Brand.Name) is not { } known)
            {
                Add(kept);
            }
            else if (Differ(known, kept.Brand))
            {
                notes.Add($"{known.Name} is known here already, and otherwise than the side-car says; it stays as it is here.");
            }
        }

        return notes;
    }

    private static bool Differ(Brand here, Brand there) =>
        here.Name != there.Name || here.IsRetired != there.IsRetired || !here.Attributes.SequenceEqual(there.Attributes) || !here.Groups.SequenceEqual(there.Groups) || !PicturesOf(here).SequenceEqual(PicturesOf(there));

    private static IEnumerable<(string Logo, string Sha256)> PicturesOf(Brand brand) => brand.Logos.SelectMany(logo => logo.Examples.Select(example => (logo.Name, example.Picture.Sha256)));

    private void Add(BrandKept kept)
    {
        var brand = kept.Brand;
        var number = Insert(
            "brand",
            brand.Id.Number,
            "name, folded, is_retired, added, added_by, changed, changed_by",
            "$name, $folded, $retired, $added, $added_by, $changed, $changed_by",
            ("$name", brand.Name), ("$folded", BrandName.Fold(brand.Name)), ("$retired", brand.IsRetired), ("$added", Day(brand.Added)), ("$added_by", brand.Added.By), ("$changed", Day(brand.Changed)), ("$changed_by", brand.Changed.By));
        foreach (var (name, value) in brand.Attributes)
        {
            connection.Run("INSERT INTO brand_attribute VALUES ($brand, $name, $value)", ("$brand", number), ("$name", name), ("$value", value));
        }

        foreach (var group in brand.Groups)
        {
            AddGroup(group);
            connection.Run("INSERT OR IGNORE INTO brand_in_group SELECT $brand, number FROM brand_group WHERE folded = $folded", ("$brand", number), ("$folded", BrandName.Fold(group)));
        }

        foreach (var logo in brand.Logos)
        {
            var mark = Insert("logo", logo.Id.Number, "brand, name, folded", "$brand, $name, $folded", ("$brand", number), ("$name", logo.Name), ("$folded", BrandName.Fold(logo.Name)));
            foreach (var example in logo.Examples)
            {
                Add(mark, example);
            }
        }

        PastLines.Add(connection, "INSERT INTO brand_change (brand, at, by, what, detail) VALUES ($brand, $at, $by, $what, $detail)", kept.Changes, [], ("$brand", number));
    }

    private void Add(long logo, LogoExample example)
    {
        var picture = example.Picture;
        Insert(
            "logo_example",
            example.Id.Number,
            "logo, picture, sha256, width, height, region, source_file, source_video, source_time, source_box, added, added_by",
            "$logo, $picture, $sha256, $width, $height, $region, $file, $video, $time, $box, $added, $by",
            [
                ("$logo", logo),
                .. ExampleValues.Of(picture),
                ("$added", Day(example.Added)),
                ("$by", example.Added.By),
            ]);
    }

    // Numbers rise and are never given twice, so the one it had is free only where it is above all that were given.
    private long Insert(string table, long number, string columns, string values, params (string Name, object? Value)[] parameters) => connection.Number(
        $"""
        INSERT INTO {table} (number, {columns})
        VALUES (CASE WHEN $number > coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0) THEN $number END, {values}) RETURNING number
        """,
        [("$number", number), .. parameters]);

    private void AddGroup(string group) => connection.Run(
        "INSERT INTO brand_group (name, folded) VALUES ($name, $folded) ON CONFLICT (folded) DO NOTHING", ("$name", group), ("$folded", BrandName.Fold(group)));

    private static string Day(Stamp stamp) => stamp.At.ToString("O", CultureInfo.InvariantCulture);
}
