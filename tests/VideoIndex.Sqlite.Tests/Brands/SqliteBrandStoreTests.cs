using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts.Brands;

namespace VideoIndex.Sqlite.Tests.Brands;

public sealed class SqliteBrandStoreTests : BrandStoreContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteBrandStoreTests() => _library = _folder.Open(new LibrarySettings { Clock = Clock });

    protected override IBrandStore Brands => _library.Brands;

    [Fact]
    public async Task Not_one_byte_of_another_brand_s_rows_changes()
    {
        var other = await AddAsync("other", new BrandChange.AddExample("main", Picture(1)), new BrandChange.JoinGroup("Cup"), new BrandChange.Describe("tier", "gold"));
        var before = RowsOf(other);
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)), new BrandChange.JoinGroup("cup"));
        Clock.Advance(TimeSpan.FromDays(1));

        await ChangeAsync(acme, new BrandChange.Rename("Acme Corp"), new BrandChange.RemoveLogo("main"), new BrandChange.LeaveGroup("Cup"), new BrandChange.Retire());

        Assert.Equal(9, before.Count); // the brand, its attribute, its group, its logo, its example and four changes
        Assert.Equal(before, RowsOf(other));
    }

    [Theory]
    [InlineData("UPDATE brand_change SET what = 'nothing'")]
    [InlineData("DELETE FROM brand_change")]
    public async Task What_was_done_cannot_be_rewritten_by_anybody(string sql)
    {
        await AddAsync("Acme");
        using var connection = Open();

        Assert.Contains("What was done", Assert.Throws<SqliteException>(() => connection.Run(sql)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brands_outlive_the_program()
    {
        var acme = await AddAsync("Acme", new BrandChange.AddExample("main", Picture(1)));
        using var again = _folder.Open();

        Assert.Equal(Spelled(acme), Spelled((await again.Brands.FindAsync("acme", default))!));
    }

    [Fact]
    public async Task Of_two_programs_that_add_one_name_at_once_one_is_told_so()
    {
        using var another = _folder.Open();
        var adding = Enumerable.Range(0, 8).Select(at => (at % 2 == 0 ? Brands : another.Brands).AddAsync("Acme", [], "ada", default)).ToList();

        var ended = await Task.WhenAll(adding.Select(async one => await Record.ExceptionAsync(() => one)));

        Assert.Single(ended, failure => failure is null);
        Assert.All(ended.OfType<Exception>(), failure => Assert.Equal("brand-exists", Assert.IsType<BrandException>(failure).Code));
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private List<string> RowsOf(Brand brand)
    {
        using var connection = Open();
        var logos = string.Join(',', brand.Logos.Select(logo => logo.Id.Number));
        string[] tables =
        [
            $"brand WHERE number = {brand.Id.Number}", $"brand_attribute WHERE brand = {brand.Id.Number}", $"brand_in_group WHERE brand = {brand.Id.Number}",
            $"brand_change WHERE brand = {brand.Id.Number}", $"logo WHERE brand = {brand.Id.Number}", $"logo_example WHERE logo IN ({logos})",
        ];
        return
        [
            .. tables.SelectMany(table => connection.Rows(
                $"SELECT * FROM {table}", row => table.Split(' ')[0] + ": " + string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetValue(column)}")))),
        ];
    }
}
