using System.Text;
using VideoIndex.Brands;
using VideoIndex.Interchange.Brands;

namespace VideoIndex.Interchange.Tests.Brands;

public sealed class BrandListTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("brands-");

    [Theory]
    [InlineData("brand,logo,file,tier\nAcme,wordmark,a.png,gold\n")]
    [InlineData("brand;logo;file;tier\r\nAcme;wordmark;a.png;gold\r\n")]
    [InlineData("\uFEFFBrand\tLogo\tFile\ttier\nAcme\twordmark\ta.png\tgold")]
    [InlineData("file,tier,brand,logo\n\n a.png , gold,\"Acme\",wordmark\n,,,\n")]
    public void A_table_is_read_as_spreadsheets_write_it(string table) =>
        Assert.Equal("Acme/wordmark a.png tier=gold", Told(Read(table)));

    [Fact]
    public void What_stands_in_quotes_is_taken_as_it_is() =>
        Assert.Equal("Smith, \"Sons\" & Co/main a,b.png slogan=two\nlines | 三菱/main c.png ", Told(Read("brand,file,slogan\n\"Smith, \"\"Sons\"\" & Co\",\"a,b.png\",\"two\nlines\"\n三菱,c.png,\n")));

    [Fact]
    public void A_line_without_a_picture_is_a_brand_all_the_same() =>
        Assert.Null(Read("brand,file,tier\nAcme,,gold\n").Entries[0].File);

    [Fact]
    public void A_complaint_says_which_line_it_is_of()
    {
        var list = Read("brand,file\nAcme,a.png\n,b.png\n\n\"two\nlines\",c.png\nAcme\nAcme,d.png,e.png\n");

        Assert.Equal(
            ["line 3: The brand is not named.", "line 7: There are 1 fields where the first line has 2.", "line 8: There are 3 fields where the first line has 2."],
            list.Complaints.Select(complaint => $"{complaint.Where}: {complaint.Sentence}"));
        Assert.Equal(["line 2", "line 5"], list.Entries.Select(entry => entry.Where));
    }

    [Theory]
    [InlineData("", "line 1: there is no column 'brand'. The columns are brand, logo, file, and attributes by their names.")]
    [InlineData("name,file\nAcme,a.png\n", "line 1: there is no column 'brand'. The columns are brand, logo, file, and attributes by their names.")]
    [InlineData("brand,logo\nAcme,main\n", "line 1: there is no column 'file'. The columns are brand, logo, file, and attributes by their names.")]
    [InlineData("brand,file,Brand\n", "line 1: there are two columns 'brand'.")]
    [InlineData("brand,file\nAcme,a.png\n\"Beta,b.png\nGamma,c.png\n", "line 3: a quote is opened and not closed.")]
    [InlineData("brand,file\0", "it is no text.")]
    public void What_is_no_table_is_refused(string table, string why)
    {
        var refused = Assert.Throws<BrandException>(() => Read(table));
        Assert.Equal(("bad-list", "The list cannot be read: " + why), (refused.Code, refused.Message));
    }

    [Fact]
    public void Another_encoding_is_told_of() =>
        Assert.Contains("UTF-8", Assert.Throws<BrandException>(() => BrandListFile.Read(Encoding.Latin1.GetBytes("brand,file\nMüller,a.png"), "/lists")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_tells_brands_and_logos_by_its_folders()
    {
        foreach (var file in (string[])["Acme/b.png", "Acme/a.jpg", "Acme/symbol/c.png", "Acme/.hidden.png", "Über/Thumbs.db", "Über/d.webp", "Loose Mark.png", ".DS_Store", "empty/.keep"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.FullName, file))!);
            File.WriteAllText(Path.Combine(_folder.FullName, file), "");
        }

        var list = BrandListFolder.Read(_folder.FullName);

        Assert.Equal("Acme/main a.jpg  | Acme/main b.png  | Acme/symbol c.png  | Über/main d.webp  | Loose Mark/main Loose Mark.png ", Told(list));
        Assert.Equal("Acme/symbol/c.png", list.Entries[2].Where);
    }

    [Fact]
    public void An_empty_folder_is_no_list() =>
        Assert.Equal("bad-list", Assert.Throws<BrandException>(() => BrandListFolder.Read(_folder.FullName)).Code);

    public void Dispose() => _folder.Delete(recursive: true);

    private static BrandList Read(string table) => BrandListFile.Read(Encoding.UTF8.GetBytes(table), "/lists");

    private static string Told(BrandList list) => string.Join(" | ", list.Entries.Select(entry =>
        $"{entry.Brand}/{entry.Logo} {Path.GetFileName(entry.File)} {string.Join(' ', entry.Attributes.Select(pair => $"{pair.Key}={pair.Value}"))}"));
}
