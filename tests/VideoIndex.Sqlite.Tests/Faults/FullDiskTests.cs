namespace VideoIndex.Sqlite.Tests.Faults;

public sealed class FullDiskTests
{
    [SmallDiskFact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged_and_work_goes_on_when_there_is_room()
    {
        var (said, _) = await SmallDisk.RunAsync("dotnet \"$2\" fill \"$1\"", size: "8m");

        Assert.Equal("library-full (Transient), library-full (Transient), resumed; many done, 0 lost, integrity ok", said);
    }

    [SmallDiskFact]
    public async Task A_library_whose_backup_finds_no_room_stays_as_it_was_until_there_is()
    {
        var (said, _) = await SmallDisk.RunAsync("dotnet \"$2\" migrate \"$1\"", size: "8m");

        Assert.Equal($"library-full; ballast library.db; {OldLibrary.Rows}", said);
    }
}
