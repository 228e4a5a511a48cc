//! Exports as people have them, each with its traps, and what is counted of them.

use seatwise_core::rulebook::{PlanStatus, RoleCategory};
use seatwise_core::user_analysis::{self as analysis, Assignment, PlanRef, User};
use seatwise_exports::{FileKind, Meaning, Problem, Shape};
use seatwise_tests::exports::{Exports, of_class};
use seatwise_tests::many_users::ManyUsers;
use seatwise_user_report::{FileSaved, Report, Selection, Sort, UserClass, UserQuery};
use seatwise_user_worker::{Listing, tables};

/// The places of the analyses: the vendor's count, and Microsoft's own texts.
const VENDOR: usize = 0;
const MICROSOFT: usize = 1;

fn one(text: &str) -> Exports {
    Exports::of(&[text.as_bytes()])
}

#[track_caller]
fn counts(report: &Report, analysis: usize, wanted: &[(UserClass, u64)]) {
    let found: Vec<_> =
        report.analyses[analysis].classes.iter().map(|count| (count.class, count.users)).collect();
    assert_eq!(found, wanted, "{report:#?}");
}

/// The class of each user of a file, by the vendor's count.
fn classes(exports: &Exports, analysis: usize) -> Vec<(String, UserClass)> {
    let (mut population, _) = exports.count();
    let mut listing = Listing::new(UserQuery::default());
    let listed = exports.list(&mut population, &mut listing, 0);
    listed.rows.into_iter().map(|row| (row.user, row.found[analysis].0)).collect()
}

#[test]
fn the_vendors_chart_cell_by_cell() {
    let plans = ["POWERAPPS_PER_USER", "POWERAPPS_PER_APP", "DYN365_TEAM_MEMBERS"];
    let roles = ["ordinary", "power-app", "System Administrator"];
    let (full, team, none) = (UserClass::Full, UserClass::TeamMember, UserClass::None);
    let chart = [[full, full, full], [full, full, none], [team, team, team]];
    let mut text = "User,Security roles,Service plans\n".to_owned();
    let mut wanted = Vec::new();
    for (plan, row) in plans.iter().zip(chart) {
        for (role, class) in roles.iter().zip(row) {
            let user = format!("{plan}/{role}");
            text += &format!("{user},{role},{plan}\n");
            wanted.push((user, class));
        }
    }
    assert_eq!(classes(&one(&text), VENDOR), wanted);
}

#[test]
fn every_product_of_the_official_table_counts_as_its_plans_do() {
    let mut team = Vec::new();
    for product in &analysis::products().products {
        let text = format!("user,roles,licences\na,ordinary,{}\n", product.id);
        let plans: Vec<_> = product
            .plans
            .iter()
            .map(|&plan| Assignment { plan: PlanRef::Listed(plan), status: PlanStatus::Enabled })
            .collect();
        let user = User { plans: &plans, roles: RoleCategory::Ordinary, ..User::default() };
        for place in [VENDOR, MICROSOFT] {
            let wanted = tables().analyses[place].classify(&user).class;
            assert_eq!(classes(&one(&text), place)[0].1, wanted, "{}", product.id);
            if wanted == UserClass::TeamMember && place == VENDOR {
                team.push(product.id.as_str());
            }
        }
    }
    for id in ["DYN365_TEAM_MEMBERS", "DYN365_ENTERPRISE_TEAM_MEMBERS"] {
        assert!(team.contains(&id), "{team:?}");
    }
}

#[test]
fn users_of_microsoft_graph_in_pages_and_bare() {
    let user = |name: &str, plans: &str| {
        format!(
            "{{\"userPrincipalName\":\"{name}\",\"accountEnabled\":true,\"assignedPlans\":[{plans}]}}"
        )
    };
    let sales = r#"{"assignedDateTime":"2024-03-01T08:00:00Z","capabilityStatus":"Enabled","service":"CRM","servicePlanId":"2da8e897-7791-486b-b08f-cc63c8129df7"}"#;
    let suspended = sales.replace("Enabled", "Suspended").replace("2024", "2023");
    let users = [user("a@x", sales), user("b@x", &suspended), user("c@x", "")].join(",\n");
    let paged = format!("{{\"@odata.context\":\"x\",\"value\":[{users}]}}");
    let lines = [user("a@x", sales), user("b@x", &suspended), user("c@x", "")].join("\n");
    for text in [format!("[{users}]"), paged.clone(), lines] {
        let exports = one(&text);
        assert_eq!(exports.seen[0].shape, Shape::GraphUsers, "{text}");
        let report = exports.report();
        // Without roles the vendor's count stays open where there is a plan of its lists.
        counts(&report, VENDOR, &[(UserClass::None, 2), (UserClass::Unknown, 1)]);
        counts(&report, MICROSOFT, &[(UserClass::Full, 1), (UserClass::Unknown, 2)]);
    }
    let (mut population, _) = one(&paged).count();
    let register = one(&paged).save(&mut population, FileSaved::Register, UserQuery::default());
    assert!(
        register.contains("a@x,,Sales Enterprise,DYN365_ENTERPRISE_SALES,2024-03-01T08:00:00Z"),
        "{register}"
    );
    let more = paged.replace("\"value\"", "\"@odata.nextLink\":\"https://next\",\"value\"");
    let report = one(&more).report();
    assert_eq!(report.unreadables[0].problem, Problem::MorePages);
    assert_eq!(report.users, 3);
}

#[test]
fn disabled_plans_are_taken_out_of_their_product() {
    let text = r#"[
      {"userPrincipalName": "a@x", "assignedLicenses": [{"skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
        "disabledPlans": []}]},
      {"userPrincipalName": "b@x", "assignedLicenses": [{"skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
        "disabledPlans": ["2DA8E897-7791-486B-B08F-CC63C8129DF7"]}]}
    ]"#;
    let found = classes(&one(text), MICROSOFT);
    assert_eq!(found[0], ("a@x".to_owned(), UserClass::Full));
    assert_ne!(found[1].1, UserClass::Full);
}

const ADMIN_CENTRE: &str = "\u{feff}Block credential;City;Display name;Licenses;Object Id;User principal name\r\n\
    False;Köln;\"Müller,\nErika\";Dynamics 365 Team Members+Microsoft 365 E3;7b3a5e9c-0000-4000-8000-000000000001;Erika@Contoso.example\r\n\
    False;;Otto;Enterprise Mobility + Security E3;7b3a5e9c-0000-4000-8000-000000000002;otto@contoso.example\r\n\
    True;;Gone;Dynamics 365 Team Members;7b3a5e9c-0000-4000-8000-000000000003;gone@contoso.example\r\n\
    False;;New;Unlicensed;7b3a5e9c-0000-4000-8000-000000000004;new@contoso.example\r\n\
    False;;Odd;Dynamics 365 for Everything;7b3a5e9c-0000-4000-8000-000000000005;odd@contoso.example\r\n";

const ROLES: &str = "systemuserid,domainname,fullname,isdisabled,accessmode,roles\n\
    1,ERIKA@contoso.example,Erika,No,0,Salesperson\n\
    2,otto@contoso.example,Otto,No,Administrative,System Administrator\n\
    3,gone@contoso.example,Gone,Yes,0,Salesperson\n\
    4,robot@contoso.example,Robot,No,4,Salesperson\n";

#[test]
fn the_admin_centre_and_the_user_table_are_joined_by_user() {
    let exports = Exports::of(&[ADMIN_CENTRE.as_bytes(), ROLES.as_bytes()]);
    assert_eq!(exports.seen[0].shape, Shape::AdminCentre);
    assert_eq!(exports.seen[1].shape, Shape::SystemUsers);
    let report = exports.report();
    assert_eq!((report.users, report.only_roles), (6, 1));
    assert_eq!(report.unreadable, 0);
    let found = classes(&exports, VENDOR);
    let of = |user: &str| found.iter().find(|(name, _)| name.starts_with(user)).unwrap().1;
    assert_eq!(of("Erika"), UserClass::TeamMember);
    // A Microsoft 365 product that brings a plan of the vendor's lists, and an administrator.
    assert_eq!(of("otto"), UserClass::None);
    assert_eq!(of("gone"), UserClass::None);
    assert_eq!(of("new"), UserClass::None);
    // Without a role the vendor counts nobody, whatever the product; Microsoft's licence may be one.
    assert_eq!(of("odd"), UserClass::None);
    let by_microsoft = classes(&exports, MICROSOFT);
    let odd = by_microsoft.iter().find(|(name, _)| name.starts_with("odd"));
    assert_eq!(odd.unwrap().1, UserClass::Unknown);
    assert_eq!(of("robot"), UserClass::None);
    assert!(
        report.problems.iter().any(|found| found.problem
            == Problem::Product("Dynamics 365 for Everything".to_owned())
            && found.line == 7),
        "{:?}",
        report.problems
    );
    let roles: Vec<_> =
        report.roles.iter().map(|role| (role.name.as_str(), role.category)).collect();
    assert_eq!(
        roles,
        [
            ("Salesperson", RoleCategory::Ordinary),
            ("System Administrator", RoleCategory::AdminOnly)
        ]
    );
}

#[test]
fn other_encodings_say_the_same() {
    let text = ADMIN_CENTRE.trim_start_matches('\u{feff}');
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let western: Vec<u8> = text.chars().map(|sign| sign as u8).collect();
    let wanted = classes(&one(ADMIN_CENTRE), VENDOR);
    for bytes in [wide, western, text.as_bytes().to_vec()] {
        let exports = Exports::of(&[&bytes]);
        assert_eq!(classes(&exports, VENDOR), wanted);
        let (mut population, _) = exports.count();
        let mut listing = Listing::new(UserQuery::default());
        let name = exports.list(&mut population, &mut listing, 0).rows[0].name.clone();
        assert_eq!(name, "Müller,\nErika");
    }
}

#[test]
fn an_export_of_powershell_with_its_type_and_rows_of_one_user_together() {
    let text = "#TYPE Selected.System.Management, x\r\n\"UPN\",\"Role\",\"ROLE\",\"AssignedPlans\"\r\n\
        \"a@x\",\"Reader App\",\"\",\"CRMSTANDARD\"\r\n\
        \"A@X\",\"Salesperson\",\"\",\"\"\r\n\
        \"b@x\",\"\",\"\",\"System.Object[]\"\r\n\
        \"c@x\",\"\",\"\",\"CRMINSTANCE\"\r\n";
    let exports = one(text);
    assert_eq!(
        exports.mappings[0].meanings,
        [Meaning::User, Meaning::Roles, Meaning::Roles, Meaning::Plans]
    );
    let report = exports.report();
    assert_eq!(report.users, 3);
    assert_eq!(
        classes(&exports, VENDOR),
        [
            ("a@x".to_owned(), UserClass::Full),
            ("b@x".to_owned(), UserClass::None),
            ("c@x".to_owned(), UserClass::None)
        ]
    );
    assert_eq!(report.problems[0].problem, Problem::TypeName("System.Object[]".to_owned()));
}

#[test]
fn the_licence_consumption_of_the_power_platform_with_tabs() {
    let rows = [
        "TenantId\tUserEmail\tUserId\tAssignedLicense(s)\tMissingLicense(s)\tRefreshedOn",
        "t\ta@x\t7b3a5e9c-0000-4000-8000-000000000001\tDynamics 365 for Sales Enterprise Edition\t\t2025-07-31",
        // An address may be an identifier, and several licences stand in one cell.
        "t\t7b3a5e9c-0000-4000-8000-000000000002\t7b3a5e9c-0000-4000-8000-000000000002\tDynamics 365 Team Members, Microsoft 365 E3\tFinance\t2025-07-31",
        "t\tc@x\t7b3a5e9c-0000-4000-8000-000000000003\t\t\t2025-07-31",
    ];
    let exports = one(&rows.join("\r\n"));
    assert_eq!(exports.seen[0].shape, Shape::LicenceConsumption);
    assert_eq!(
        exports.mappings[0].meanings,
        [
            Meaning::Nothing,
            Meaning::User,
            Meaning::ObjectId,
            Meaning::Products,
            Meaning::Nothing,
            Meaning::Nothing
        ]
    );
    let found: Vec<UserClass> =
        classes(&exports, MICROSOFT).into_iter().map(|user| user.1).collect();
    // Without a licence and without a role, nobody knows what the third one needs.
    assert_eq!(found, [UserClass::Full, UserClass::TeamMember, UserClass::Unknown]);
    assert_eq!(exports.report().unreadable, 0);
}

#[test]
fn the_download_of_entra_says_who_is_enabled() {
    let entra = "userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled\n\
        Erika@contoso.example,Erika,M,e@contoso.example,E,7b3a5e9c-0000-4000-8000-000000000001,Member,,,TRUE\n\
        gone@contoso.example,Gone,G,g@contoso.example,G,7b3a5e9c-0000-4000-8000-000000000003,Member,,,FALSE\n";
    let licences = "User principal name,Licenses\n\
        erika@contoso.example,Dynamics 365 for Sales Enterprise Edition\n\
        gone@contoso.example,Dynamics 365 for Sales Enterprise Edition\n";
    let exports = Exports::of(&[licences.as_bytes(), entra.as_bytes()]);
    assert_eq!(exports.seen[1].shape, Shape::Entra);
    assert_eq!(exports.seen[1].kind, FileKind::Roles);
    let report = exports.report();
    assert_eq!((report.users, report.unreadable), (2, 0));
    let found: Vec<UserClass> =
        classes(&exports, MICROSOFT).into_iter().map(|user| user.1).collect();
    assert_eq!(found, [UserClass::Full, UserClass::None]);
}

#[test]
fn the_licence_details_of_microsoft_graph() {
    let text = r#"{"id":"7b3a5e9c-0000-4000-8000-000000000001","userPrincipalName":"a@x","licenseDetails":[
        {"skuPartNumber":"DYN365_ENTERPRISE_SALES","servicePlans":[
            {"servicePlanName":"DYN365_ENTERPRISE_SALES","provisioningStatus":"Success","appliesTo":"User"}]}]}"#;
    let found = classes(&one(text), MICROSOFT);
    assert_eq!(found, [("a@x".to_owned(), UserClass::Full)]);
}

#[test]
fn the_access_modes_of_the_user_table() {
    let text = "domainname,isdisabled,accessmode,applicationid,roles,plans\n\
        writer@x,No,0,,Salesperson,DYN365_ENTERPRISE_SALES\n\
        admin@x,No,1,,Salesperson,DYN365_ENTERPRISE_SALES\n\
        robot@x,No,4,,Salesperson,DYN365_ENTERPRISE_SALES\n\
        app@x,No,0,5d1b5f6a-0000-4000-8000-000000000009,Salesperson,\n\
        gone@x,Yes,0,,Salesperson,DYN365_ENTERPRISE_SALES\n";
    let found: Vec<UserClass> =
        classes(&one(text), MICROSOFT).into_iter().map(|user| user.1).collect();
    let (full, none) = (UserClass::Full, UserClass::None);
    assert_eq!(found, [full, none, none, none, none]);
}

#[test]
fn privileges_say_what_a_role_amounts_to() {
    let users = "user,roles,plans\nseller,Seller,CRMSTANDARD\nfiler,Filer,CRMSTANDARD\nreader,Reader,CRMSTANDARD\nagent,Agent,POWERAPPS_PER_USER\n";
    let privileges = "Role name;Entity;Privilege\n\
        Seller;opportunity;Read\nSeller;opportunity;Write\n\
        Filer;sharepointdocumentlocation;Create\nFiler;SharePoint Site;Write\n\
        Reader;account;prvReadAccount\nAgent;incident;Create\n";
    let exports = Exports::of(&[privileges.as_bytes(), users.as_bytes()]);
    assert_eq!(exports.seen[0].kind, FileKind::Privileges);
    let found: Vec<UserClass> = classes(&exports, VENDOR).into_iter().map(|user| user.1).collect();
    let (full, none) = (UserClass::Full, UserClass::None);
    assert_eq!(found, [full, none, none, full]);
    // Power Apps does not license whoever writes cases.
    assert_eq!(classes(&exports, MICROSOFT)[3].1, UserClass::Unknown);
}

#[test]
fn a_role_counts_as_the_visitor_says() {
    let mut exports = one("user,roles,plans\na,Portal Viewer,CRMSTANDARD\n");
    assert_eq!(classes(&exports, VENDOR)[0].1, UserClass::Full);
    exports.roles = vec![("portal viewer".to_owned(), RoleCategory::ReadOnly)];
    assert_eq!(classes(&exports, VENDOR)[0].1, UserClass::None);
}

#[test]
fn what_is_owned_stands_against_what_is_needed() {
    let users = "user,roles,licences,account enabled\n\
        a,Salesperson,DYN365_ENTERPRISE_SALES,yes\nb,,DYN365_ENTERPRISE_SALES,yes\n\
        c,Salesperson,DYN365_ENTERPRISE_SALES,no\nd,Salesperson,DYN365_TEAM_MEMBERS,yes\n\
        e,Salesperson,DYN365_TEAM_MEMBERS,yes\n";
    let owned = r#"{"value":[
        {"skuPartNumber":"DYN365_ENTERPRISE_SALES","prepaidUnits":{"enabled":5,"suspended":0},"consumedUnits":3},
        {"skuPartNumber":"DYN365_TEAM_MEMBERS","prepaidUnits":{"enabled":1},"consumedUnits":2},
        {"skuPartNumber":"SOMETHING_ELSE","prepaidUnits":{"enabled":9}}]}"#;
    let report = Exports::of(&[users.as_bytes(), owned.as_bytes()]).report();
    let rows: Vec<_> = report
        .owned
        .iter()
        .map(|row| (row.name.as_str(), row.owned, row.held, row.needed, row.surplus(), row.gap()))
        .collect();
    assert_eq!(rows, [("Sales Enterprise", 5, 3, 1, 4, 0), ("Team Members", 1, 2, 2, 0, 1)]);
    assert_eq!(report.owned_unknown, ["SOMETHING_ELSE"]);
    let offers: Vec<_> =
        report.people.iter().map(|offer| (offer.licence.as_str(), offer.users)).collect();
    assert_eq!(offers, [("Sales Enterprise", 2), ("Team Members", 2)]);
}

#[test]
fn a_broken_file_says_where_and_keeps_the_rest() {
    let report = one("user,roles,plans\na,Salesperson,CRMSTANDARD\nb,Salesperson\n\"c,Salesperson,CRMSTANDARD\nd,Salesperson,CRMSTANDARD\n,Salesperson,CRMSTANDARD\n").report();
    let lines: Vec<_> = report.unreadables.iter().map(|it| (it.line, it.problem.clone())).collect();
    assert_eq!(
        lines,
        [
            (3, Problem::Cells { found: 2, wanted: 3 }),
            (4, Problem::OpenQuote),
            (6, Problem::Nobody)
        ]
    );
    assert_eq!(report.users, 2);
    let cut = one("[{\"user\":\"a\",\"plans\":[\"CRMSTANDARD\"]},\n{\"user\":\"b\",\"plans\":tru}\n,{\"user\":\"c\"},{\"us").report();
    assert_eq!(cut.users, 2);
    assert_eq!(cut.unreadables.iter().map(|it| it.line).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_hundred_thousand_users_come_to_what_they_were_made_as() {
    let mut users = ManyUsers::new(100_000, 7);
    let mut text = String::new();
    while users.write(&mut text, usize::MAX) {}
    let exports = one(&text);
    let (mut population, report) = exports.count();
    for (&class, &count) in &users.counts {
        assert_eq!(of_class(&report, VENDOR, class), count, "{class:?}");
    }
    let selection = Selection::Class { analysis: VENDOR, class: UserClass::Full };
    for (sort, descending) in
        [(Sort::File, false), (Sort::User, false), (Sort::User, true), (Sort::Plans, true)]
    {
        let query = UserQuery { selection, sort, descending, ..UserQuery::default() };
        let mut listing = Listing::new(query);
        let (mut rows, mut start) = (Vec::new(), 0);
        // The whole list once, part by part.
        loop {
            let part = exports.list(&mut population, &mut listing, start);
            assert_eq!((part.start, part.total), (start, users.counts[&UserClass::Full]));
            start += part.rows.len() as u64;
            rows.extend(part.rows.into_iter().map(|row| (row.plans, row.user, row.line)));
            if start >= part.total {
                break;
            }
        }
        let key = |row: &(String, String, u64)| match sort {
            Sort::User => row.1.to_lowercase(),
            Sort::Plans => row.0.to_lowercase(),
            _ => String::new(),
        };
        let mut sorted = rows.clone();
        sorted.sort_by(|a, b| {
            let order = key(a).cmp(&key(b));
            (if descending { order.reverse() } else { order }).then(a.2.cmp(&b.2))
        });
        assert!(rows == sorted, "{sort:?}, {descending}");
        sorted.dedup();
        assert_eq!(sorted.len(), rows.len());
    }
}

#[test]
fn a_list_is_searched_and_jumped_in() {
    let mut users = ManyUsers::new(30_000, 3);
    let mut text = String::new();
    while users.write(&mut text, usize::MAX) {}
    let exports = one(&text);
    let (mut population, _) = exports.count();
    let query = UserQuery { search: "USER00012".to_owned(), ..UserQuery::default() };
    let mut listing = Listing::new(query);
    let part = exports.list(&mut population, &mut listing, 0);
    assert_eq!((part.total, part.rows.len()), (100, 100));
    assert_eq!(part.rows[0].user, "user0001200@contoso.example");
    let mut listing = Listing::new(UserQuery { sort: Sort::User, ..UserQuery::default() });
    for start in [29_900, 12_345, 0, 25_000] {
        let part = exports.list(&mut population, &mut listing, start);
        assert_eq!(part.start, start);
        assert_eq!(part.rows[0].user, format!("user{:07}@contoso.example", start + 1));
    }
}

/// Whatever stands in a file, it is read to its end, and every user is of one class.
#[test]
fn damaged_files_are_read_to_their_end() {
    use proptest::prelude::*;
    let whole: [&[u8]; 4] = [
        ADMIN_CENTRE.as_bytes(),
        ROLES.as_bytes(),
        br#"{"value":[{"user":"a","plans":["CRMSTANDARD"]},{"user":"b","roles":[{"name":"x"}]}]}"#,
        b"{\"user\":\"a\",\"plans\":\"CRMSTANDARD\"}\n{\"user\":\"b\"}\n",
    ];
    let damage = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let strategy = (0..whole.len(), damage, any::<prop::sample::Index>(), any::<bool>());
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() };
    proptest!(config, |((place, damage, end, cut) in strategy)| {
        let mut bytes = whole[place].to_vec();
        for (index, byte) in damage {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        let report = Exports::of(&[&bytes]).report();
        for analysis in &report.analyses {
            let sum: u64 = analysis.classes.iter().map(|class| class.users).sum();
            prop_assert_eq!(sum, report.users);
        }
    });
}
