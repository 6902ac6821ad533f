using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Brands;

/// <summary>Reads the tables of brands.</summary>
internal sealed class BrandReader(SqliteConnection connection)
{
    private const string OfBrand = "WHERE brand = $brand";

    /// <summary>Reads every brand. Each table is read once, whatever the number of brands.</summary>
    public IReadOnlyList<Brand> All() => Read("", "", null);

    /// <summary>Reads the brand of a number; null for none.</summary>
    public Brand? Find(BrandId brand) => Read("WHERE number = $brand", OfBrand, brand.Number).SingleOrDefault();

    /// <summary>Reads the brand a person means.</summary>
    public Brand? Find(string nameOrNumber)
    {
        var named = FindName(nameOrNumber);
        return named is null && long.TryParse(nameOrNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Find(new BrandId(number))
            : named;
    }

    /// <summary>Reads the brand of a name; null for none.</summary>
    public Brand? FindName(string name) =>
        connection.Rows("SELECT number FROM brand WHERE folded = $folded", row => new BrandId(row.GetInt64(0)), ("$folded", BrandName.Fold(name))) is [var found]
            ? Find(found)
            : null;

    /// <summary>Reads every group.</summary>
    public IReadOnlyList<BrandGroup> Groups() =>
        [
            .. connection.Rows(
                "SELECT name, (SELECT count(*) FROM brand_in_group WHERE brand_group = number) FROM brand_group ORDER BY folded",
                row => new BrandGroup(row.GetString(0), row.GetInt32(1))),
        ];

    /// <summary>Reads what was done to a brand.</summary>
    public IReadOnlyList<PastChange> History(BrandId brand) => connection.Rows(
        "SELECT at, by, what, detail FROM brand_change WHERE brand = $brand ORDER BY number",
        row => new PastChange(Stamp(row, 0), row.GetString(2), row.GetString(3)),
        ("$brand", brand.Number));

    private List<Brand> Read(string which, string whose, long? brand)
    {
        (string, object?)[] values = brand is { } number ? [("$brand", number)] : [];
        var examples = connection.Rows(
            $"""
            SELECT logo_example.logo, logo_example.number, picture, sha256, width, height, region, source_file, source_video, source_time, source_box, added, added_by
            FROM logo_example JOIN logo ON logo.number = logo_example.logo AND logo_example.is_removed = 0 {whose} ORDER BY logo_example.number
            """,
            row => (Logo: row.GetInt64(0), Example: Example(row)),
            values).ToLookup(row => row.Logo, row => row.Example);
        var logos = connection.Rows(
            $"SELECT brand, number, name FROM logo {(whose == "" ? "WHERE" : whose + " AND")} is_removed = 0 ORDER BY number",
            row => (Brand: row.GetInt64(0), Logo: new Logo(new LogoId(row.GetInt64(1)), row.GetString(2), [.. examples[row.GetInt64(1)]])),
            values).ToLookup(row => row.Brand, row => row.Logo);
        var attributes = connection.Rows(
            $"SELECT brand, name, value FROM brand_attribute {whose}", row => (Brand: row.GetInt64(0), Name: row.GetString(1), Value: row.GetString(2)), values)
            .ToLookup(row => row.Brand, row => KeyValuePair.Create(row.Name, row.Value));
        var groups = connection.Rows(
            $"SELECT brand, name FROM brand_in_group JOIN brand_group ON brand_group.number = brand_group {whose} ORDER BY folded", row => (Brand: row.GetInt64(0), Name: row.GetString(1)), values)
            .ToLookup(row => row.Brand, row => row.Name);
        return connection.Rows(
            $"SELECT number, name, is_retired, added, added_by, changed, changed_by FROM brand {which} ORDER BY folded",
            row => new Brand
            {
                Id = new BrandId(row.GetInt64(0)),
                Name = row.GetString(1),
                IsRetired = row.GetBoolean(2),
                Added = Stamp(row, 3),
                Changed = Stamp(row, 5),
                Attributes = new SortedDictionary<string, string>(attributes[row.GetInt64(0)].ToDictionary(), StringComparer.Ordinal),
                Groups = [.. groups[row.GetInt64(0)]],
                Logos = [.. logos[row.GetInt64(0)]],
            },
            values);
    }

    private static LogoExample Example(SqliteDataReader row) => new(
        new ExampleId(row.GetInt64(1)),
        new ExamplePicture(row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), Exact.Pixels(row.GetString(6)), Source(row)),
        Stamp(row, 11));

    private static ExampleSource Source(SqliteDataReader row) => row.TextOrNull(7) is { } file
        ? new ExampleSource.PictureFile(file)
        : new ExampleSource.VideoFrame(
            VideoId.TryParse(row.GetString(8), out var video) ? video : throw new FormatException($"'{row.GetString(8)}' in the library is not the id of a video."),
            Exact.Time(row.GetString(9)),
            Exact.Pixels(row.GetString(10)));

    private static Stamp Stamp(SqliteDataReader row, int column) => new(StoreClock.Read(row.GetString(column)), row.GetString(column + 1));
}
