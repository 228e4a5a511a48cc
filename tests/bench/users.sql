-- The vendor's chart on an export of users: service plan group x role category. The groups are those of
-- crates/core/analyses/mscrm-addons.toml; a Team Members plan comes first, then Dynamics 365, then Power Apps.
WITH users AS (
  SELECT
    accountEnabled,
    string_split(upper(coalesce(plans, '')), ';') AS plans,
    string_split(upper(coalesce(roles, '')), ';') AS roles
  FROM read_csv('users.csv', header = true, delim = ',', quote = '"', all_varchar = true)
),
sorted AS (
  SELECT
    accountEnabled,
    list_has_any(plans, ['DYN365_TEAM_MEMBERS', 'DYN365_ENTERPRISE_TALENT_ATTRACT_TEAMMEMBER', 'DYN365_ENTERPRISE_TEAM_MEMBERS', 'DYNAMICS_365_FOR_RETAIL_TEAM_MEMBERS', 'DYNAMICS_365_FOR_TALENT_TEAM_MEMBERS']) AS team,
    list_has_any(plans, ['D365_SALES_PRO_ATTACH', 'D365_SCM', 'CRM_ONLINE_PORTAL', 'DYN365_ENTERPRISE_SALES', 'MDM_SALES_COLLABORATION', 'D365_SALES_ENT_ATTACH', 'DYN365_TALENT_ENTERPRISE', 'DYN365_CUSTOMER_SERVICE_PRO', 'D365_PROJECTOPERATIONS', 'DYN365_SALES_PRO', 'DYN365_ENTERPRISE_PROJECT_SERVICE_AUTOMATION', 'DYN365_ENTERPRISE_CUSTOMER_SERVICE', 'DYNAMICS_365_FOR_RETAIL', 'CRMPLAN2', 'DYN365_ENTERPRISE_P1', 'CRMINSTANCE', 'DYN365_ENTERPRISE_TALENT_ONBOARD_TEAMMEMBER', 'CRMSTANDARD', 'POWERAPPS_PER_USER']) AS dynamics,
    list_has_any(plans, ['POWERAPPS_P2', 'POWERAPPS_DYN_P2', 'PROJECT_ESSENTIALS', 'POWERAPPS_PER_APP_IWTRIAL', 'POWERAPPS_DYN_TEAM', 'POWERAPPS_DYN_APPS', 'CDS_PER_APP_IWTRIAL', 'CDS_PER_APP', 'POWERAPPS_PER_APP', 'POWERAPPS_P2_VIRAL', 'DYN365_CDS_O365_P2_GCC', 'DYN365_CDS_GUIDES', 'DYN365_CDS_VIRAL', 'D365_PROJECTOPERATIONSCDS', 'DYN365_CDS_O365_P3', 'DYN365_CDS_DYN_APPS', 'CDS_O365_E5_KM', 'DYN365_CDS_FORMS_PRO', 'DYN365_CDS_O365_P2', 'DYN365_CDS_PROJECT', 'DYN365_CDS_P2', 'CDS_O365_F1', 'CDS_O365_P2', 'DYN365_CDS_FOR_PROJECT_P1', 'CDS_O365_P2_GCC', 'DYN365_CDS_O365_P3_GCC', 'CDS_O365_P3', 'DYN365_CDS_SUPPLYCHAINMANAGEMENT', 'CDS_O365_P3_GCC', 'CDS_O365_P1', 'CDS_FLOW_BUSINESS_PROCESS', 'DYN365_CDS_O365_F1', 'DDYN365_CDS_DYN_P2', 'CDS_FORM_PRO_USL']) AS power,
    len(list_filter(roles, role -> role <> '')) AS all_roles,
    len(list_filter(roles, role -> role = 'SYSTEM ADMINISTRATOR')) AS administrators
  FROM users
),
classified AS (
  SELECT CASE
    WHEN accountEnabled = 'false' THEN 'none'
    WHEN all_roles = 0 THEN 'none'
    WHEN team THEN 'team-member'
    WHEN dynamics THEN 'full'
    WHEN power AND administrators = all_roles THEN 'none'
    WHEN power THEN 'full'
    ELSE 'none'
  END AS class
  FROM sorted
)
SELECT class, count(*) AS users FROM classified GROUP BY class
